using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Facts;

namespace RiskAnalyzer.Rules.Storage;

/// <summary>Reports pods whose volumes exist on one node only.</summary>
internal sealed class DataBoundToOneNode : Rule<Workload>
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "data-bound-to-one-node",
        Category = RuleCategory.Storage,
        Severity = Severity.High,
        Summary = "Volume exists on one node only",
        Why = """
            A local volume cannot follow its pod. While the node is drained and rebooted the pod waits; when nodes are replaced instead of
            rebooted, the data is gone for good.
            """,
        Fix = """
            Replicate the data in the application, or move it before the window. Below a replicated store, drain one node at a time and check
            the store's health in between.
            """,
        Sources = [new("Local volumes", "https://kubernetes.io/docs/concepts/storage/volumes/#local")],
    };

    public override RuleOutcome Check(Workload subject, RuleContext context)
    {
        var around = context.Around(subject);
        var claims = subject.KeepsReplicas && subject is not { HasReplicas: true, Replicas: 0 } ? ClaimsOf(subject, around) : [];
        if (claims.Count == 0)
        {
            return RuleOutcome.NotApplicable;
        }

        var bound = new List<(string Claim, string Volume, string Node)>();
        string? unknown = null;
        foreach (var name in claims)
        {
            if (around.FindClaim(name)?.VolumeName is not { } volumeName)
            {
                unknown ??= $"claim {name} was not read or is not bound";
            }
            else if (context.Cluster.FindVolume(volumeName) is not { } volume)
            {
                unknown ??= $"volume {volumeName} was not read";
            }
            else if (NodeOf(volume) is { } node)
            {
                bound.Add((name, volumeName, node));
            }
        }

        return bound.Count > 0 ? RuleOutcome.Found(Hit(subject, bound))
            : unknown is null ? RuleOutcome.Passed
            : RuleOutcome.NotEvaluated(unknown);
    }

    private static RuleHit Hit(Workload subject, List<(string Claim, string Volume, string Node)> bound)
    {
        var (claim, volume, node) = bound[0];

        // Members that each have a disk of their own are built to lose one.
        var isReplicated = bound.Select(item => item.Node).Distinct().Count() > 1;
        return new()
        {
            Field = subject.VolumeClaimTemplates.IsEmpty ? "spec.template.spec.volumes" : "spec.volumeClaimTemplates",
            Severity = isReplicated ? Severity.Low : null,
            Message = isReplicated
                ? $"{bound.Count} volumes exist on one node each, so that each pod waits while its node is away"
                : $"volume {volume} of claim {claim} exists on node {node} only, so that its pod waits while that node is away",
            Evidence = [new("volumes", string.Join(", ", bound.Take(5).Select(item => $"{item.Volume} on {item.Node}")))],
        };
    }

    // Claims of the template, of the claim templates and of the pods that run, each once.
    private static IReadOnlyList<string> ClaimsOf(Workload workload, NamespaceSnapshot around)
    {
        if (workload.VolumeClaimTemplates.IsEmpty && !HasClaims(workload.Template.Spec) && !around.PodsOf(workload).Any(static pod => HasClaims(pod.Spec)))
        {
            return [];
        }

        var templated = workload.VolumeClaimTemplates.Select(template => template.Metadata.Name).ToHashSet(StringComparer.Ordinal);
        var ordinals = workload.Type == WorkloadKind.StatefulSet ? Enumerable.Range(workload.FirstOrdinal, workload.Replicas) : [];
        var own = ordinals.SelectMany(ordinal => templated.Order(StringComparer.Ordinal).Select(name => $"{name}-{workload.Metadata.Name}-{ordinal}"));
        var shared = workload.Type == WorkloadKind.Custom ? [] : NamesIn(workload.Template.Spec).Where(volume => !templated.Contains(volume.Name));
        var running = around.PodsOf(workload).Where(pod => !pod.IsFinished).SelectMany(pod => NamesIn(pod.Spec));
        return [.. shared.Concat(running).Select(volume => volume.Source).Concat(own).Distinct(StringComparer.Ordinal)];
    }

    private static bool HasClaims(PodSpec spec) => spec.Volumes.Any(static volume => volume.Kind == VolumeKind.PersistentVolumeClaim);

    private static IEnumerable<Volume> NamesIn(PodSpec spec) =>
        spec.Volumes.Where(volume => volume.Kind == VolumeKind.PersistentVolumeClaim);

    private static string? NodeOf(PersistentVolume volume)
    {
        if (volume.NodeAffinity is [{ } term])
        {
            var requirement = term.Expressions.Concat(term.Fields)
                .FirstOrDefault(r => r is { Key: NodeLabels.Hostname or "metadata.name", Operator: SelectorOperator.In, Values.Length: 1 });
            if (requirement is not null)
            {
                return requirement.Values[0];
            }
        }

        return volume.IsLocal && volume.NodeAffinity is null ? "the one where it was written" : null;
    }
}
