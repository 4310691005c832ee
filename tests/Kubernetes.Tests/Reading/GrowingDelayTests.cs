using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Kubernetes.Tests.Reading;

public sealed class GrowingDelayTests
{
    [Fact]
    public void It_doubles_up_to_the_longest_and_begins_anew()
    {
        var options = new LiveClusterOptions();
        var delay = new GrowingDelay(options.AskAgainFirst, options.AskAgainAfter);
        Assert.False(delay.HasGrown);
        Assert.Equal([5, 10, 20, 40, 80, 160, 300, 300], Enumerable.Range(0, 8).Select(_ => delay.Take().TotalSeconds));
        Assert.True(delay.HasGrown);

        delay.Reset();
        Assert.False(delay.HasGrown);
        Assert.Equal(5, delay.Take().TotalSeconds);
    }
}
