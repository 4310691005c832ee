using System.Text;
using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Webhook.Rehearsing;

/// <summary>A cluster of two nodes that exists nowhere, with one object of each kind that a review looks at.</summary>
internal sealed class RehearsalCluster : IClusterView
{
    /// <summary>The specification of a pod that has a little of everything.</summary>
    public const string PodSpec = """
        {"terminationGracePeriodSeconds":30,"restartPolicy":"Always","nodeSelector":{"kubernetes.io/os":"linux"},
        "tolerations":[{"key":"dedicated","operator":"Equal","value":"shop","effect":"NoSchedule"}],
        "affinity":{"podAntiAffinity":{"preferredDuringSchedulingIgnoredDuringExecution":[{"weight":100,"podAffinityTerm":{"topologyKey":"kubernetes.io/hostname","labelSelector":{"matchLabels":{"app":"cart"}}}}]}},
        "topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"kubernetes.io/hostname","whenUnsatisfiable":"ScheduleAnyway","labelSelector":{"matchLabels":{"app":"cart"}}}],
        "volumes":[{"name":"scratch","emptyDir":{"sizeLimit":"1Gi"}},{"name":"data","persistentVolumeClaim":{"claimName":"data"}}],
        "initContainers":[{"name":"prepare","image":"registry.example.org/prepare:1"}],
        "containers":[{"name":"cart","image":"registry.example.org/cart:latest","ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],
        "resources":{"requests":{"cpu":"100m","memory":"64Mi"},"limits":{"memory":"128Mi"}},"volumeMounts":[{"name":"data","mountPath":"/data"}],
        "readinessProbe":{"httpGet":{"path":"/ready","port":"http"},"periodSeconds":10},"livenessProbe":{"httpGet":{"path":"/live","port":8080}},
        "lifecycle":{"preStop":{"exec":{"command":["sleep","5"]}}}}]}
        """;

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public ClusterSight Current { get; } = new(Build(), null);

    /// <summary>A node, cordoned or not.</summary>
    public static string Node(string name, bool isCordoned) => $$$$$$"""
        {"apiVersion":"v1","kind":"Node","metadata":{"name":"{{{{{{name}}}}}}","labels":{"kubernetes.io/hostname":"{{{{{{name}}}}}}","kubernetes.io/os":"linux","topology.kubernetes.io/zone":"zone-{{{{{{name}}}}}}"}},
        "spec":{"unschedulable":{{{{{{(isCordoned ? "true" : "false")}}}}}}},"status":{"allocatable":{"cpu":"4","memory":"8Gi","pods":"110"},
        "conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2025-12-01T00:00:00Z"}],"nodeInfo":{"kubeletVersion":"v1.36.0"}}}
        """;

    private static ClusterSnapshot Build()
    {
        var (decoder, builder) = (new ObjectDecoder(acceptsPartial: true), new SnapshotBuilder());
        builder.MarkKnown(ResourceKinds.All);
        foreach (var json in Objects())
        {
            decoder.Decode(Encoding.UTF8.GetBytes(json), default).AddTo(builder);
        }

        return builder.Build(Now, "1.36");
    }

    private static IEnumerable<string> Objects() =>
    [
        Node("a", isCordoned: false),
        Node("b", isCordoned: false),
        """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop","labels":{"kubernetes.io/metadata.name":"shop"}}}""",
        """{"apiVersion":"v1","kind":"Service","metadata":{"name":"cart","namespace":"shop"},"spec":{"selector":{"app":"cart"},"ports":[{"port":80,"targetPort":"http"}]}}""",
        """{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"data","namespace":"shop"},"spec":{"accessModes":["ReadWriteMany"],"volumeName":"data"},"status":{"phase":"Bound"}}""",
        RehearsalReviews.Workload("Deployment", "cart", 2),
        RehearsalReviews.Budget("1"),
        RehearsalReviews.Autoscaler(2),
        ReplicaSet,
        Pod("cart-5d8-x", "a"),
        Pod("cart-5d8-y", "b"),
    ];

    private static string ReplicaSet => $$$$$$"""
        {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"cart-5d8","namespace":"shop","ownerReferences":[{"apiVersion":"apps/v1","kind":"Deployment","name":"cart","controller":true}]},
        "spec":{"replicas":2,"selector":{"matchLabels":{"app":"cart"}},"template":{"metadata":{"labels":{"app":"cart"}},"spec":{{{{{{PodSpec}}}}}}}}}
        """;

    private static string Pod(string name, string node) => $$$$$$"""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{{{{{name}}}}}}","namespace":"shop","labels":{"app":"cart"},"creationTimestamp":"2025-12-01T00:00:00Z",
        "ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"cart-5d8","controller":true}]},"spec":{"nodeName":"{{{{{{node}}}}}}",{{{{{{PodSpec[1..]}}}}}},
        "status":{"phase":"Running","startTime":"2025-12-01T00:00:00Z","conditions":[{"type":"Ready","status":"True","lastTransitionTime":"2025-12-01T00:00:10Z"}]}}
        """;
}
