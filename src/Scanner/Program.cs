using RiskAnalyzer.Scanner;

var terminal = Terminal.OfProcess();
using var interruption = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    // A progress bar hides the cursor.
    if (terminal.ShowsProgress)
    {
        terminal.Error.Write("\e[?25h\n");
    }

    // Reading stops by itself and cleans up; a simulation, and whoever presses twice, is not waited for.
    key.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
    _ = Task.Delay(Terminal.InterruptionMilliseconds).ContinueWith(_ => Environment.Exit(ExitCode.Interrupted), TaskScheduler.Default);
};

var exitCode = await Application.RunAsync(args, terminal, interruption.Token);
await terminal.Output.FlushAsync();
return exitCode;
