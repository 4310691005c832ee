using System.Buffers;
using System.Diagnostics.Metrics;
using RiskAnalyzer.Hosting.Policies;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.Webhook.Admission;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>A reviewer that sees a cluster given as YAML.</summary>
internal sealed class TestReviewer : IClusterView
{
    private readonly AdmissionReviewer _reviewer;

    public TestReviewer(ClusterSight sight, Policy? policy = null, AdmissionLimits? limits = null, RuleCatalog? catalog = null)
    {
        Current = sight;
        catalog ??= RuleCatalog.Default;
        policy ??= Policy.Default(catalog);
        _reviewer = new(catalog, () => policy, this, limits ?? new() { Deadline = TimeSpan.FromMinutes(5), ForecastDeadline = TimeSpan.FromMinutes(5) },
            new AdmissionMetrics(new Meter("test")), TimeProvider.System);
    }

    public ClusterSight Current { get; }

    public AdmissionReviewer Reviewer => _reviewer;

    public static TestReviewer Seeing(string yaml, string? policy = null) => new(new(Snapshots.FromYaml(yaml), null), policy is null ? null : PolicyOf(policy));

    public static TestReviewer Seeing(ClusterSnapshot cluster, Policy? policy = null) => new(new(cluster, null), policy);

    public static Policy PolicyOf(string spec)
    {
        var loaded = new PolicyLoader(RuleCatalog.Default).Parse(
            $"apiVersion: riskanalyzer.io/v1\nkind: RiskPolicy\nmetadata: {{ name: production }}\nspec:\n{spec}\n", "policy.yaml");
        return loaded.Policy ?? throw new FormatException(loaded.Report);
    }

    public Answer Review(byte[] body, bool isOverloaded = false)
    {
        var output = new ArrayBufferWriter<byte>();
        var isReview = _reviewer.Review(body, output, isOverloaded);
        return Answer.Of(isReview, output.WrittenSpan);
    }
}
