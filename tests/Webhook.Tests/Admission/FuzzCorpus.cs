using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>Valid reviews to damage: the objects of the rules' own cases, as they are created, changed, scaled, cordoned and deleted.</summary>
internal static class FuzzCorpus
{
    private const string Node = """
        apiVersion: v1
        kind: Node
        metadata: { name: worker-1 }
        spec: { unschedulable: true }
        """;

    public static IReadOnlyList<byte[]> Seeds()
    {
        var objects = RuleCatalog.Default.Rules.SelectMany(rule => RuleCases.Of(rule).Take(1)).SelectMany(each => AdmissionCase.Of(each).Objects).Select(each => each.Json).ToArray();
        return
        [
            .. objects.Select(json => Reviews.Of("CREATE", json, null)),
            .. objects.Zip(objects.Skip(1)).Select(pair => Reviews.Of("UPDATE", pair.First, pair.Second)),
            .. objects.Select(json => Reviews.Of("DELETE", null, json)),
            Reviews.Scale("deployments", "shop", "cart", 3, 1),
            Reviews.Update(Node.Replace("true", "false", StringComparison.Ordinal), Node),
        ];
    }

    public static IReadOnlyList<TestReviewer> Reviewers()
    {
        var cluster = Snapshots.FromFile(Repository.PathOf("examples", "cluster.json"));
        return [TestReviewer.Seeing(cluster), new(ClusterSight.NotReady), TestReviewer.Seeing(cluster, TestReviewer.PolicyOf("  rules: { single-replica: { atAdmission: enforce } }"))];
    }
}
