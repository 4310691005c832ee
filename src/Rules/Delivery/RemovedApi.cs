using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Delivery;

/// <summary>Reports manifests whose version Kubernetes no longer serves, or soon will not.</summary>
internal sealed class RemovedApi : Rule<IResource>
{
    private const string LastApplied = $"metadata.annotations['{KnownAnnotations.LastApplied}']";

    private static readonly Int32Parameter HorizonMinors = new(
        "horizonMinors", 2, 0, 10, "minor releases", "How far ahead a removal is reported.", "own choice: about eight months of releases");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "removed-api",
        Category = RuleCategory.Delivery,
        Severity = Severity.High,
        Summary = "The manifest uses an API version that Kubernetes removes",
        Why = """
            An upgrade of the cluster takes old API versions away. What runs goes on, but the next deployment of the manifest is
            refused, and Helm cannot even upgrade a release whose stored manifest names such a version: the repair after
            a maintenance fails when it is needed.
            """,
        Fix = "Write the manifest in the replacement version before the cluster is upgraded.",
        Sources =
        [
            new("Deprecated API migration guide", "https://kubernetes.io/docs/reference/using-api/deprecation-guide/"),
            new("Kubernetes API lifecycle markers", "https://github.com/kubernetes/api"),
        ],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [HorizonMinors];

    /// <inheritdoc/>
    public override RuleOutcome Check(IResource resource, RuleContext context)
    {
        // The API answers in a version that it serves; what its author wrote is in the annotation of kubectl apply.
        var (removal, field) = ApiRemovals.Find(resource.ApiVersion, resource.Kind) is { } direct
            ? (direct, "apiVersion")
            : (resource.Metadata.LastAppliedApiVersion is { } applied ? ApiRemovals.Find(applied, resource.Kind) : null, LastApplied);
        return removal is null ? RuleOutcome.Passed
            : MinorVersion.TryParse(context.KubernetesVersion) is { } version ? Judge(removal, field, version, context.Value(HorizonMinors))
            : JudgeByDate(removal, field, DateOnly.FromDateTime(context.Cluster.CapturedAt.UtcDateTime));
    }

    private static RuleOutcome Judge(ApiRemoval removal, string field, MinorVersion version, int horizon)
    {
        if (removal.RemovedIn > version.Plus(horizon))
        {
            return RuleOutcome.Passed;
        }

        return removal.RemovedIn <= version
            ? Found(removal, field, Severity.High, $"which Kubernetes {removal.RemovedIn} removed; the version is {version}", version)
            : Found(removal, field, Severity.Medium, $"which Kubernetes {removal.RemovedIn} removes; the version is {version}", version);
    }

    // Without a version, only what is gone from releases that are out can be said.
    private static RuleOutcome JudgeByDate(ApiRemoval removal, string field, DateOnly today)
    {
        if (removal.RemovedIn > KubernetesReleases.NewestOn(today))
        {
            return RuleOutcome.NotEvaluated("the Kubernetes version is unknown; name it with --kubernetes-version");
        }

        var oldest = KubernetesReleases.OldestSupportedOn(today);
        return removal.RemovedIn <= oldest
            ? Found(removal, field, Severity.High, $"which Kubernetes {removal.RemovedIn} removed; no supported release serves it", oldest)
            : Found(removal, field, Severity.Medium, $"which Kubernetes {removal.RemovedIn} removed; {oldest} is supported and serves it", oldest);
    }

    private static RuleOutcome Found(ApiRemoval removal, string field, Severity severity, string fate, MinorVersion judgedBy)
    {
        var was = field == LastApplied ? "was last applied as" : "uses";
        return RuleOutcome.Found(new RuleHit
        {
            Field = field,
            Message = $"{was} {removal.ApiVersion}, {fate}",
            Fix = Advice(removal),
            Severity = severity,
            Evidence =
            [
                new("apiVersion", removal.ApiVersion),
                new("removedIn", $"{removal.RemovedIn}"),
                new("replacement", removal.Replacement ?? "none"),
                new("kubernetesVersion", $"{judgedBy}"),
            ],
        });
    }

    private static string Advice(ApiRemoval removal)
    {
        var note = removal.Note is null ? "" : $"; {removal.Note}";
        return removal.Replacement is null
            ? $"{removal.Kind} has no replacement{note}."
            : $"Use {removal.Replacement}, which exists since {removal.ReplacementSince}{note}.";
    }
}
