using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Reading;

/// <summary>A view is complete only with the last of its resources, so the longest wait is what an outage costs after its end.</summary>
public sealed class BackoffTests
{
    [Fact]
    public void The_longest_wait_of_a_long_outage_is_ten_seconds()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var backoff = new Backoff(clock);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var wait = backoff.WaitAsync(null, CancellationToken.None);
            clock.Advance(TimeSpan.FromSeconds(10));
            Assert.True(wait.IsCompleted);
        }
    }

    [Fact]
    public void What_the_server_asks_for_is_waited_for()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var wait = new Backoff(clock).WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(wait.IsCompleted);
    }
}
