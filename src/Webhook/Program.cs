using RiskAnalyzer.Webhook;

return await WebhookProgram.RunAsync(args, Environment.GetEnvironmentVariable, Console.Out, Console.Error, CancellationToken.None);
