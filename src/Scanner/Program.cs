using System.Runtime.InteropServices;
using RiskAnalyzer.Scanner;

var terminal = Terminal.OfProcess();
using var interruption = new Interruption(terminal, Environment.Exit);
Console.CancelKeyPress += (_, key) => key.Cancel = interruption.Press();
using var ending = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = interruption.Press());

var exitCode = await Application.RunAsync(args, terminal, interruption.Token);
await terminal.Output.FlushAsync();
return exitCode;
