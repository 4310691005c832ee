using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Scanner.Tests;

/// <summary>Ctrl-C ends the program within a second and leaves no doubt that it did.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new(CommandLine.Now);
    private readonly StringWriter _error = new();
    private readonly List<int> _exits = [];

    public void Dispose() => _error.Dispose();

    [Fact]
    public void It_is_told_at_once_and_what_does_not_stop_is_ended()
    {
        using var interruption = Start();
        Assert.True(interruption.Press());
        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.Equal("riskanalyzer: interrupted\n", _error.ToString());
        Assert.Empty(_exits);

        _clock.Advance(Interruption.Grace);
        Assert.Equal([ExitCode.Interrupted], _exits);
    }

    [Fact]
    public void What_stops_in_time_is_not_ended_by_force()
    {
        var interruption = Start();
        Assert.True(interruption.Press());
        interruption.Dispose();
        _clock.Advance(Interruption.Grace);
        Assert.Empty(_exits);
    }

    [Fact]
    public void Who_presses_twice_is_not_kept_waiting()
    {
        using var interruption = Start();
        Assert.True(interruption.Press());
        Assert.False(interruption.Press());
        Assert.Equal("riskanalyzer: interrupted\n", _error.ToString());
    }

    private Interruption Start() =>
        new(new() { Output = TextWriter.Null, Error = _error, OpenInput = () => Stream.Null, Clock = _clock }, _exits.Add);
}
