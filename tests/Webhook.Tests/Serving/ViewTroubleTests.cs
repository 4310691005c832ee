using Microsoft.Extensions.Logging;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.TestKit.Live;
using RiskAnalyzer.Webhook.Serving;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>An outage is a line at its beginning and one at its end, however its tries go.</summary>
public sealed class ViewTroubleTests
{
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly CollectedLog _log = new();
    private readonly ViewTrouble _trouble;

    public ViewTroubleTests() => _trouble = new(_clock, _log);

    [Fact]
    public void An_outage_that_looks_different_with_every_try_is_said_once_and_ended_once()
    {
        for (var second = 0; second < 120; second++)
        {
            Look(second % 7 == 6 ? null : $"connection refused at try {second}");
        }

        Assert.Equal(["The cluster cannot be read as it should; what is missing or gets too old is not evaluated: connection refused at try 0"], _log.Lines);
        for (var second = 0; second < 60; second++)
        {
            Look(null);
        }

        Assert.Equal("The cluster can be read again, which failed so: connection refused at try 0", Assert.Single(_log.Lines[1..]));
    }

    [Fact]
    public void What_may_not_be_read_does_not_hide_an_outage()
    {
        Look(null, refused: "pods: forbidden");
        Look("connection refused", refused: "pods: forbidden");
        Look("connection refused", refused: "pods: forbidden");
        Assert.Equal(2, _log.Lines.Count);
    }

    private void Look(string? failing, string? refused = null)
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        _trouble.Look(
        [
            new() { Resource = ApiResources.All[0], State = ResourceState.Listed, Problem = failing },
            new() { Resource = ApiResources.All[1], State = ResourceState.Forbidden, Problem = refused },
        ]);
    }

    private sealed class CollectedLog : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
