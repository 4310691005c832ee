using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>What the engine needs to know of a namespace, looked up once per evaluation.</summary>
/// <param name="Policy">What is in force.</param>
/// <param name="IsTerminating">Whether the namespace is being deleted.</param>
/// <param name="Undecided">Sections of the policy that might be about the namespace; its labels are not known.</param>
internal sealed record NamespaceView(NamespacePolicy Policy, bool IsTerminating, IReadOnlyList<NamespaceSection> Undecided)
{
    /// <summary>Why a rule may not be judged by the settings that are meant for it here; null when it is.</summary>
    public string? DoubtAbout(Rule rule) => Undecided.Count == 0 ? null : Doubt(rule);

    private string? Doubt(Rule rule) =>
        Undecided.FirstOrDefault(section => section.Rules.ContainsKey(rule.Descriptor.Name)) is { } section
            ? $"judged without the policy's section for '{section.Selector}', because the labels of the namespace are not known"
            : null;

    public static NamespaceView Of(ClusterSnapshot cluster, Policy policy, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return new(policy.Common, IsTerminating: false, []);
        }

        var contents = cluster.InNamespace(name);
        return new(policy.In(contents), contents.Object is { IsTerminating: true }, policy.UndecidedIn(contents));
    }
}
