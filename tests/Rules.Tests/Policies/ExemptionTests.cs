using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Rules.Tests.Engine;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Rules.Tests.Policies;

public sealed class ExemptionTests
{
    private const string Pods = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { namespace: shop, name: cart, annotations: { riskanalyzer.io/ignore: "any-pod, every-pod", riskanalyzer.io/ignore-reason: one batch } }
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          namespace: shop
          name: cart-5d9c7b6f4-x2x4c
          labels: { app: cart }
          ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: cart-5d9c7b6f4, uid: "1", controller: true }]
        ---
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          namespace: shop
          name: cart-5d9c7b6f4
          ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: cart, uid: "2", controller: true }]
        """;

    [Fact]
    public void The_annotation_of_the_topmost_owner_covers_its_pods()
    {
        var finding = Assert.Single(Evaluate(Pods, new PolicyDocument(), new AnyPod()).Findings);

        Assert.Equal(new("annotation riskanalyzer.io/ignore on Deployment/shop/cart", "one batch", null, null), finding.Exemption);
    }

    [Fact]
    public void The_policy_says_reason_owner_and_end()
    {
        var policy = new PolicyDocument { Name = "production", Exemptions = [Exemption() with { Selector = "app=cart", ObjectKind = null }] };
        var finding = Assert.Single(Evaluate(Pods.Replace("any-pod, ", "", StringComparison.Ordinal), policy, new AnyPod()).Findings);

        Assert.Equal(new("policy production", "moved by hand", "shop team", new(2027, 3, 31)), finding.Exemption);
    }

    [Theory]
    [InlineData("2026-12-01", true)]
    [InlineData("2026-11-30", false)]
    public void An_exemption_holds_until_the_end_of_its_day(string until, bool holds)
    {
        var policy = new PolicyDocument { Name = "production", Exemptions = [Exemption() with { Until = until }] };
        var finding = Assert.Single(Evaluate(Pods.Replace("any-pod, ", "", StringComparison.Ordinal), policy, new AnyPod()).Findings);

        Assert.Equal(holds, finding.Exemption is not null);
    }

    [Theory]
    [InlineData("Pod", "shop", "cart-5d9c7b6f4-x2x4c", true)]
    [InlineData("Pod", "shop", null, true)]
    [InlineData("Pod", null, null, true)]
    [InlineData("Pod", "shop", "cart", false)]
    [InlineData("Pod", "sho", null, false)]
    [InlineData("Deployment", "shop", null, false)]
    public void Objects_are_matched_exactly(string kind, string? @namespace, string? name, bool covers)
    {
        var exemption = Exemption() with { ObjectKind = kind, ObjectNamespace = @namespace, ObjectName = name };
        var policy = new PolicyDocument { Name = "production", Exemptions = [exemption] };
        var finding = Assert.Single(Evaluate(Pods.Replace("any-pod, ", "", StringComparison.Ordinal), policy, new AnyPod()).Findings);

        Assert.Equal(covers, finding.Exemption is not null);
    }

    [Fact]
    public void The_platforms_own_annotation_covers_replicas_and_the_floor_of_the_autoscaler()
    {
        const string scaled = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { namespace: shop, name: cart, annotations: { elastisys.io/ignore-minimum-replicas: "" } }
            spec: { replicas: 1 }
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: { namespace: shop, name: cart }
            spec: { minReplicas: 1, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart } }
            """;
        var ledger = new ExemptionLedger(Snapshots.FromYaml(scaled), Policy.Default(RuleCatalog.Default));
        var contents = Snapshots.FromYaml(scaled).InNamespace("shop");

        Assert.NotNull(ledger.Find("single-replica", contents.Workloads[0]));
        Assert.NotNull(ledger.Find("autoscaler-floor-one", contents.Autoscalers[0]));
        Assert.Null(ledger.Find("no-topology-spread", contents.Workloads[0]));
    }

    [Fact]
    public void Exemptions_are_not_judged_for_use_when_only_some_objects_are_looked_at()
    {
        var cluster = Snapshots.FromYaml(Pods);
        var catalog = Catalog(new AnyPod());
        var policy = Policy.Of(catalog, new PolicyDocument { Name = "production", Exemptions = [Exemption() with { Until = "2026-01-01" }] });
        var evaluation = new RuleEngine(catalog).Evaluate(cluster, policy, new() { Scope = [cluster.Workloads.Single()] });

        Assert.Equal(["names 'every-pod', which is no rule"], evaluation.Findings.Select(f => f.Message));
        Assert.Equal([new("unused-exemption", "only some objects are looked at", 1)], evaluation.NotEvaluated);
    }

    [Fact]
    public void A_section_for_labels_that_are_not_known_leaves_a_doubt()
    {
        var policy = new PolicyDocument { Namespaces = [new() { Selector = "owner=operator", Rules = [new() { Rule = "any-pod", Enabled = false }] }] };
        var evaluation = Evaluate(Pods, policy, new AnyPod());

        var doubt = Assert.Single(evaluation.NotEvaluated);
        Assert.Equal(("any-pod", 1), (doubt.Rule, doubt.Objects));
        Assert.Contains("'owner=operator', because the labels of the namespace are not known", doubt.Reason, StringComparison.Ordinal);
    }

    private static ExemptionDocument Exemption() => new()
    {
        Rule = "any-pod",
        ObjectKind = "Pod",
        Reason = "moved by hand",
        Owner = "shop team",
        Until = "2027-03-31",
    };

    private static RuleCatalog Catalog(Rule rule) => new([rule, .. RuleCatalog.Default.Rules.OfType<ExemptionRule>()]);

    private static Evaluation Evaluate(string yaml, PolicyDocument policy, Rule rule)
    {
        var catalog = new RuleCatalog([rule]);
        return new RuleEngine(catalog).Evaluate(Snapshots.FromYaml(yaml), Policy.Of(catalog, policy));
    }
}
