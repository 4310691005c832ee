using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Webhook.Serving;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>A changed policy is in force if it is good; otherwise the last good one stays, and that is counted.</summary>
public sealed class ServingPolicyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Meter _meter = new("Test");
    private readonly ReloadCount _count;
    private readonly ServingPolicy _policy;

    public ServingPolicyTests()
    {
        _count = new(_meter, "riskanalyzer.policy.reloads");
        _policy = new(_folder.PathOf("policy.yaml"), RuleCatalog.Default, new ServingMetrics(_meter), NullLogger<ServingPolicy>.Instance);
    }

    [Fact]
    public void A_changed_policy_is_taken_over()
    {
        Put("first");
        Put("second");
        Assert.Equal("second", _policy.Current.Name);
        Assert.Equal((2, 0), _count.LoadedAndRejected);
    }

    [Fact]
    public void A_policy_with_mistakes_is_counted_once_and_the_good_one_stays()
    {
        Put("good");
        _ = _folder.Write("policy.yaml", "apiVersion: riskanalyzer.io/v1\nkind: RiskPolicy\nmetadata: { name: bad }\nspec: { rules: { no-such-rule: {} } }\n");
        _policy.Check();
        _policy.Check();
        Assert.Equal("good", _policy.Current.Name);
        Assert.Contains("no-such-rule", _policy.Problem, StringComparison.Ordinal);
        Assert.Equal((1, 1), _count.LoadedAndRejected);

        Put("better");
        Assert.Empty(_policy.Problem);
    }

    [Fact]
    public void A_file_that_is_gone_leaves_the_policy_in_force()
    {
        Put("good");
        File.Delete(_folder.PathOf("policy.yaml"));
        _policy.Check();
        Assert.Equal("good", _policy.Current.Name);
        Assert.Contains("cannot be read", _policy.Problem, StringComparison.Ordinal);

        Put("good");
        Assert.Empty(_policy.Problem);
    }

    public void Dispose()
    {
        _count.Dispose();
        _meter.Dispose();
        _folder.Dispose();
    }

    private void Put(string name)
    {
        _ = _folder.Write("policy.yaml", $"apiVersion: riskanalyzer.io/v1\nkind: RiskPolicy\nmetadata: {{ name: {name} }}\nspec: {{ rules: {{}} }}\n");
        _policy.Check();
    }
}
