using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Benchmarks.Admission;

/// <summary>Clusters to review against: workloads with ReplicaSets, pods, budgets and autoscalers, in namespaces of which one is large.</summary>
internal static class BenchCluster
{
    public const string Namespace = "shop-0";
    private const int PodsPerWorkload = 5;
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The name of a workload.</summary>
    public static string NameOf(int workload) => $"cart-{workload}";

    public static ClusterSnapshot Small() => Of(nodes: 3, namespaces: 1, podsInFirst: 50, podsInOthers: 0);

    /// <summary>150,000 pods on 5,000 nodes, one namespace with 5,000 of the pods.</summary>
    public static ClusterSnapshot Large() => Of(nodes: 5000, namespaces: 291, podsInFirst: 5000, podsInOthers: 500);

    private static ClusterSnapshot Of(int nodes, int namespaces, int podsInFirst, int podsInOthers)
    {
        var builder = new SnapshotBuilder();
        builder.MarkKnown(ResourceKinds.All);
        for (var i = 0; i < nodes; i++)
        {
            builder.Add(new Node { Metadata = new() { Name = $"worker-{i}", Labels = LabelSet.Of("kubernetes.io/hostname", $"worker-{i}") }, KubeletVersion = "v1.36.2" });
        }

        var next = 0;
        for (var i = 0; i < namespaces; i++)
        {
            var name = $"shop-{i}";
            builder.Add(new KubernetesNamespace { Metadata = new() { Name = name, Labels = LabelSet.Of("kubernetes.io/metadata.name", name) } });
            for (var workload = 0; workload < (i == 0 ? podsInFirst : podsInOthers) / PodsPerWorkload; workload++)
            {
                Fill(builder, name, NameOf(workload), nodes, ref next);
            }
        }

        return builder.Build(Now, "1.36");
    }

    private static void Fill(SnapshotBuilder builder, string @namespace, string name, int nodes, ref int next)
    {
        var labels = LabelSet.Of("app", name);
        var spec = new PodSpec { Containers = [new() { Name = "cart", Image = "registry.example.org/cart:1.2" }] };
        builder.Add(new Workload
        {
            ApiVersion = "apps/v1",
            Kind = "Deployment",
            Type = WorkloadKind.Deployment,
            Metadata = new() { Name = name, Namespace = @namespace, Labels = labels },
            SpecReplicas = PodsPerWorkload,
            Selector = new(labels, []),
            Template = new(labels, LabelSet.Empty, spec),
        });
        builder.Add(new PodDisruptionBudget
        {
            ApiVersion = "policy/v1",
            Metadata = new() { Name = name, Namespace = @namespace },
            MaxUnavailable = new(1, IsPercent: false),
            Selector = new(labels, []),
            AlwaysAllowsUnhealthy = true,
            StatesUnhealthyPolicy = true,
        });
        var owner = new OwnerReference("apps/v1", "ReplicaSet", $"{name}-7d9c5b8f6d");
        var podLabels = LabelSet.Of(labels.Append(new("pod-template-hash", "7d9c5b8f6d")));
        builder.Add(new Workload
        {
            ApiVersion = "apps/v1",
            Kind = "ReplicaSet",
            Type = WorkloadKind.ReplicaSet,
            Metadata = new() { Name = owner.Name, Namespace = @namespace, Labels = podLabels, Controller = new("apps/v1", "Deployment", name) },
            SpecReplicas = PodsPerWorkload,
            Selector = new(podLabels, []),
            Template = new(podLabels, LabelSet.Empty, spec),
        });
        for (var pod = 0; pod < PodsPerWorkload; pod++)
        {
            builder.Add(new Pod
            {
                Metadata = new() { Name = $"{owner.Name}-{pod}", Namespace = @namespace, Labels = podLabels, Controller = owner, CreatedAt = Now },
                Spec = spec,
                NodeName = $"worker-{next++ % nodes}",
                Phase = PodPhase.Running,
                Ready = new(true, Now),
                StartedAt = Now,
            });
        }
    }
}
