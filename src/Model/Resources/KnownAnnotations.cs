using System.Globalization;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>The annotations that rules and simulator read; the decoder keeps these and skips all others.</summary>
public static class KnownAnnotations
{
    /// <summary>Rules to ignore on the object, separated by commas.</summary>
    public const string Ignore = "riskanalyzer.io/ignore";

    /// <summary>Why they are ignored.</summary>
    public const string IgnoreReason = "riskanalyzer.io/ignore-reason";

    /// <summary>Until which day (inclusive, UTC) they are ignored.</summary>
    public const string IgnoreUntil = "riskanalyzer.io/ignore-until";

    /// <summary>Seconds from SIGTERM to exit if nobody kills the pod.</summary>
    public const string ShutdownSeconds = "riskanalyzer.io/shutdown-seconds";

    /// <summary>Seconds from bound to Ready.</summary>
    public const string StartupSeconds = "riskanalyzer.io/startup-seconds";

    /// <summary>The platform's own exemption from a minimum of replicas; any value counts.</summary>
    public const string IgnoreMinimumReplicas = "elastisys.io/ignore-minimum-replicas";

    /// <summary>Marks the mirror of a static pod.</summary>
    public const string Mirror = "kubernetes.io/config.mirror";

    /// <summary>What kubectl applied last; only its apiVersion is kept.</summary>
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>The node that a claim's volume was provisioned for.</summary>
    public const string SelectedNode = "volume.kubernetes.io/selected-node";

    /// <summary>What the names of this product's own annotations begin with.</summary>
    public const string OwnPrefix = "riskanalyzer.io/";

    private static readonly string[] Prefixes =
    [
        OwnPrefix, "elastisys.io/ignore", "cluster-autoscaler.kubernetes.io/", "karpenter.sh/",
    ];

    private static readonly HashSet<string> Exact = new(StringComparer.Ordinal)
    {
        Mirror, SelectedNode, "helm.sh/hook", "storageclass.kubernetes.io/is-default-class",
        "autoscaling.keda.sh/paused", "autoscaling.keda.sh/paused-replicas", "weave.works/kured-node-lock",
    };

    /// <summary>This product's own annotations.</summary>
    public static IReadOnlyList<string> Own { get; } = [Ignore, IgnoreReason, IgnoreUntil, ShutdownSeconds, StartupSeconds];

    /// <summary>A number of seconds that an annotation states.</summary>
    /// <value>0 or more, with a point before decimals; null when it is absent or anything else.</value>
    public static double? Seconds(LabelSet annotations, string key) =>
        double.TryParse(annotations.Find(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < double.PositiveInfinity
            ? seconds
            : null;

    /// <summary>Whether somebody reads the annotation.</summary>
    public static bool IsRead(string key) =>
        Exact.Contains(key) || Array.Exists(Prefixes, prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
