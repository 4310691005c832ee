using System.Collections.Immutable;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>Named sets of settings that a policy file starts from.</summary>
internal static class Profiles
{
    /// <summary>The profile that is in force unless a policy names another.</summary>
    public const string Default = "default";

    /// <summary>Namespaces of the platform itself.</summary>
    /// <remarks>
    /// Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces;
    /// kube-node-lease holds no pods but belongs to the list.
    /// </remarks>
    public static readonly ImmutableArray<string> SystemNamespaces = ["kube-system", "kube-public", "kube-node-lease"];

    /// <summary>The names of all profiles.</summary>
    public static readonly ImmutableArray<string> Names = [Default];

    /// <summary>
    /// System namespaces are left alone at admission, and their replicas and hygiene are not judged: they belong to the distribution.
    /// Whatever blocks or prolongs a drain is judged there too.
    /// </summary>
    public static PolicyLayer Of(RuleCatalog catalog) => new(
        ImmutableDictionary<string, RuleOverride>.Empty,
        [
            new()
            {
                Names = SystemNamespaces,
                Rules = catalog.Rules.ToDictionary(
                    rule => rule.Descriptor.Name,
                    rule => new RuleOverride { AtAdmission = AdmissionMode.Off, IsEnabled = AppliesToSystem(rule) ? null : false },
                    StringComparer.Ordinal),
            },
        ]);

    private static bool AppliesToSystem(Rule rule) => rule.Descriptor.Category is not (RuleCategory.Availability or RuleCategory.Hygiene);
}
