using RiskAnalyzer.Scanner;

var terminal = Terminal.OfProcess();
Console.CancelKeyPress += (_, _) =>
{
    // A progress bar hides the cursor. Nothing else is left half done: reports are written at the very end.
    if (terminal.ShowsProgress)
    {
        terminal.Error.Write("\e[?25h\n");
    }

    Environment.Exit(ExitCode.Interrupted);
};

var exitCode = await Application.RunAsync(args, terminal, CancellationToken.None);
await terminal.Output.FlushAsync();
return exitCode;
