using System.Text;

namespace RiskAnalyzer.Webhook.Rehearsing;

/// <summary>Reviews such as the API server sends: each kind that is registered, each operation, something found and nothing found, and one that is cut off.</summary>
internal static class RehearsalReviews
{
    private const string OfDeployment = """
        "resource":{"group":"apps","version":"v1","resource":"deployments"},"subResource":"scale",
        """;

    /// <summary>The bodies, in the order in which they are sent.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. new[]
        {
            Review("apps", "v1", "Deployment", "UPDATE", Workload("Deployment", "cart", 1), Workload("Deployment", "cart", 2)),
            Review("apps", "v1", "StatefulSet", "CREATE", Workload("StatefulSet", "queue", 1), null),
            Review("apps", "v1", "DaemonSet", "CREATE", Workload("DaemonSet", "agent", 1), null),
            Review("batch", "v1", "CronJob", "CREATE", CronJob, null),
            Review("", "v1", "Pod", "CREATE", $$$$$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"alone","namespace":"shop"},"spec":{{{{{{RehearsalCluster.PodSpec}}}}}}}""", null),
            Review("autoscaling", "v1", "Scale", "UPDATE", Scale(1), Scale(2), OfDeployment),
            Review("policy", "v1", "PodDisruptionBudget", "UPDATE", Budget("\"100%\""), Budget("1")),
            Review("policy", "v1", "PodDisruptionBudget", "DELETE", null, Budget("1")),
            Review("autoscaling", "v2", "HorizontalPodAutoscaler", "UPDATE", Autoscaler(1), Autoscaler(2)),
            Review("", "v1", "Node", "UPDATE", RehearsalCluster.Node("a", isCordoned: true), RehearsalCluster.Node("a", isCordoned: false)),
            Review("apps", "v1", "Deployment", "UPDATE", Workload("Deployment", "cart", 2), Workload("Deployment", "cart", 2))[..^9],
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>A workload of the rehearsed namespace.</summary>
    public static string Workload(string kind, string name, int replicas) => $$$$$$"""
        {"apiVersion":"apps/v1","kind":"{{{{{{kind}}}}}}","metadata":{"name":"{{{{{{name}}}}}}","namespace":"shop","generation":2,"labels":{"app":"{{{{{{name}}}}}}"},
        "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\"apiVersion\":\"apps/v1\"}"},"managedFields":[{"manager":"kubectl","operation":"Update","fieldsV1":{"f:spec":{}}}]},
        "spec":{"replicas":{{{{{{replicas}}}}}},"selector":{"matchLabels":{"app":"{{{{{{name}}}}}}"}},"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%","maxSurge":1}},
        "template":{"metadata":{"labels":{"app":"{{{{{{name}}}}}}"}},"spec":{{{{{{RehearsalCluster.PodSpec}}}}}}}},
        "status":{"observedGeneration":2,"replicas":2,"readyReplicas":2,"updatedReplicas":2,"conditions":[{"type":"Available","status":"True","lastTransitionTime":"2025-12-01T00:00:00Z"}]}}
        """;

    /// <summary>The budget of the rehearsed namespace.</summary>
    public static string Budget(string minAvailable) => $$$$$$"""
        {"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"cart","namespace":"shop","generation":1},
        "spec":{"minAvailable":{{{{{{minAvailable}}}}}},"selector":{"matchLabels":{"app":"cart"}}},"status":{"observedGeneration":1,"expectedPods":2,"currentHealthy":2,"desiredHealthy":1,"disruptionsAllowed":1}}
        """;

    /// <summary>The autoscaler of the rehearsed namespace.</summary>
    public static string Autoscaler(int least) => $$$$$$"""
        {"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{"name":"cart","namespace":"shop"},
        "spec":{"minReplicas":{{{{{{least}}}}}},"maxReplicas":4,"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"cart"}}}
        """;

    private static string CronJob => $$$$$$"""
        {"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"report","namespace":"shop"},"spec":{"schedule":"0 * * * *","jobTemplate":{"spec":{"backoffLimit":0,
        "template":{"metadata":{"labels":{"app":"report"}},"spec":{{{{{{RehearsalCluster.PodSpec}}}}}}}}}}}
        """;

    private static string Scale(int replicas) =>
        $$$$$$"""{"apiVersion":"autoscaling/v1","kind":"Scale","metadata":{"name":"cart","namespace":"shop"},"spec":{"replicas":{{{{{{replicas}}}}}}}}""";

    private static string Review(string group, string version, string kind, string operation, string? after, string? before, string more = "") => $$$$$$"""
        {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"00000000-0000-0000-0000-000000000000",
        "kind":{"group":"{{{{{{group}}}}}}","version":"{{{{{{version}}}}}}","kind":"{{{{{{kind}}}}}}"},{{{{{{more}}}}}}"name":"cart","namespace":"{{{{{{(kind == "Node" ? "" : "shop")}}}}}}","operation":"{{{{{{operation}}}}}}",
        "userInfo":{"username":"rehearsal"},"object":{{{{{{after ?? "null"}}}}}},"oldObject":{{{{{{before ?? "null"}}}}}},"dryRun":false}}
        """;
}
