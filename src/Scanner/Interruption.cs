using RiskAnalyzer.Scanner.Output;

namespace RiskAnalyzer.Scanner;

/// <summary>Ends the program on Ctrl-C, or when the system ends it: says so at once, lets what is being read stop and clean up, and ends by force what does not stop in time.</summary>
/// <param name="terminal">Is told, and knows the time.</param>
/// <param name="exit">Ends the program with an exit code.</param>
internal sealed class Interruption(Terminal terminal, Action<int> exit) : IDisposable
{
    /// <summary>How long reading may take to stop; short enough that nobody presses again.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _pressed = new();
    private ITimer? _force;

    /// <summary>Is cancelled by Ctrl-C.</summary>
    public CancellationToken Token => _pressed.Token;

    /// <summary>Ctrl-C was pressed.</summary>
    /// <returns>Whether the program ends by itself; who presses twice is not kept waiting.</returns>
    public bool Press()
    {
        if (_pressed.IsCancellationRequested)
        {
            return false;
        }

        // A progress bar hides the cursor.
        if (terminal.ShowsProgress)
        {
            terminal.Error.Write("\e[?25h\n");
        }

        Notes.Write(terminal, ["interrupted"], missingAccess: null);

        // Files and a simulation are not read and run in steps that could stop.
        _force = terminal.Clock.CreateTimer(_ => exit(ExitCode.Interrupted), null, Grace, Timeout.InfiniteTimeSpan);
        _pressed.Cancel();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _force?.Dispose();
        _pressed.Dispose();
    }
}
