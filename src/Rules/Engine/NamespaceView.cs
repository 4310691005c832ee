using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>What the engine needs to know of a namespace, looked up once per evaluation.</summary>
internal sealed record NamespaceView(NamespacePolicy Policy, bool IsTerminating)
{
    public static NamespaceView Of(ClusterSnapshot cluster, Policy policy, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return new(policy.Common, IsTerminating: false);
        }

        var contents = cluster.InNamespace(name);
        return new(policy.In(contents), contents.Object is { IsTerminating: true });
    }
}
