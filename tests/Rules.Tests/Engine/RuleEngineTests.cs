using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Rules.Tests.Engine;

public sealed class RuleEngineTests
{
    private const string TwoDeployments = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { namespace: shop, name: cart }
        spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } } } }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { namespace: shop, name: bill }
        spec: { selector: { matchLabels: { app: bill } }, template: { metadata: { labels: { app: bill } } } }
        """;

    [Fact]
    public void A_rule_that_throws_on_one_object_fails_there_and_everything_else_goes_on()
    {
        var evaluation = Evaluate(
            TwoDeployments,
            new FirstRisk { Answer = (workload, _) => workload.Name == "bill" ? throw new InvalidOperationException("oops") : FixedRule.Hit() },
            new SecondRisk { Answer = (_, _) => FixedRule.Hit() });

        var failed = Assert.Single(evaluation.Failed);
        Assert.Equal(("first-risk", "Deployment/shop/bill", "InvalidOperationException: oops"), (failed.Rule, failed.Object.ToString(), failed.How));
        Assert.Equal(["second-risk bill", "first-risk cart", "second-risk cart"], evaluation.Findings.Select(f => $"{f.Rule} {f.Object.Name}"));
        Assert.Equal(new OutcomeCounts(Found: 3, Passed: 0, NotApplicable: 0, NotEvaluated: 0, Failed: 1), evaluation.Counts);
    }

    [Fact]
    public void A_rule_whose_needs_are_not_met_is_not_evaluated_once()
    {
        var evaluation = Evaluate(
            TwoDeployments,
            new FirstRisk { Needs = ResourceKinds.Pods | ResourceKinds.PodDisruptionBudgets | ResourceKinds.Deployments },
            new SecondRisk { NeedsCluster = true });

        Assert.Equal(
            [
                new("first-risk", "the input has no Pods, PodDisruptionBudgets", 0),
                new("second-risk", "no nodes in the input", 0),
            ],
            evaluation.NotEvaluated);
        Assert.Equal(0, evaluation.Counts.Passed);
    }

    [Fact]
    public void A_rule_that_needs_a_forecast_is_not_evaluated_without_one()
    {
        var evaluation = Evaluate(TwoDeployments, new FirstRisk { NeedsForecast = true });

        Assert.Equal([new("first-risk", "no forecast was made", 0)], evaluation.NotEvaluated);
    }

    [Fact]
    public void Objects_that_a_rule_cannot_judge_are_counted_by_reason()
    {
        var evaluation = Evaluate(TwoDeployments, new FirstRisk { Answer = (_, _) => RuleOutcome.NotEvaluated("no history") });

        Assert.Equal([new("first-risk", "no history", 2)], evaluation.NotEvaluated);
        Assert.Equal(2, evaluation.Counts.NotEvaluated);
    }

    [Fact]
    public void An_opt_in_rule_stays_silent_until_a_policy_enables_it()
    {
        var rule = new FirstRisk { IsOptIn = true, NeedsCluster = true };
        var enabling = new PolicyDocument { Rules = [new() { Rule = "first-risk", Enabled = true }] };

        Assert.Empty(Evaluate(TwoDeployments, rule).NotEvaluated);
        Assert.Single(Evaluate(TwoDeployments, [rule], enabling).NotEvaluated);
    }

    [Fact]
    public void What_is_being_deleted_is_not_applicable_unless_the_rule_asks_for_it()
    {
        const string leaving = """
            apiVersion: v1
            kind: Namespace
            metadata: { name: old, deletionTimestamp: "2026-12-01T00:00:00Z" }
            status: { phase: Terminating }
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: { namespace: old, name: cart }
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: { namespace: shop, name: cart, deletionTimestamp: "2026-12-01T00:00:00Z" }
            """;
        var evaluation = Evaluate(
            leaving,
            new FirstRisk { Answer = (_, _) => FixedRule.Hit() },
            new SecondRisk { Answer = (_, _) => FixedRule.Hit(), IncludesDeleted = true });

        Assert.Equal(["second-risk old", "second-risk shop"], evaluation.Findings.Select(f => $"{f.Rule} {f.Object.Namespace}"));
        Assert.Equal(2, evaluation.Counts.NotApplicable);
    }

    [Fact]
    public void Only_the_objects_in_scope_are_reported_but_the_whole_cluster_is_seen()
    {
        var cluster = Snapshots.FromYaml(TwoDeployments);
        var catalog = new RuleCatalog([new FirstRisk { Answer = (_, context) => FixedRule.Hit($"{context.Cluster.Workloads.Count()} workloads") }]);
        var scope = cluster.InNamespace("shop").FindController("Deployment", "cart")!;

        var evaluation = new RuleEngine(catalog).Evaluate(cluster, Policy.Default(catalog), new() { Scope = [scope] });

        var finding = Assert.Single(evaluation.Findings);
        Assert.Equal(("cart", "2 workloads"), (finding.Object.Name, finding.Message));
    }

    [Fact]
    public void Findings_are_sorted_by_object_rule_field_and_message()
    {
        var several = RuleOutcome.Found(
            new RuleHit { Field = "spec.b", Message = "x" }, new RuleHit { Field = "spec.a", Message = "y" }, new RuleHit { Field = "spec.a", Message = "x" });
        var evaluation = Evaluate(TwoDeployments, new SecondRisk { Answer = (_, _) => several }, new FirstRisk { Answer = (_, _) => FixedRule.Hit() });

        Assert.Equal(
            ["bill first-risk spec", "bill second-risk spec.a", "bill second-risk spec.a", "bill second-risk spec.b"],
            evaluation.Findings.Take(4).Select(f => $"{f.Object.Name} {f.Rule} {f.Field}"));
        Assert.Equal(["x", "y"], evaluation.Findings.Skip(1).Take(2).Select(f => f.Message));
    }

    [Fact]
    public void The_named_kubernetes_version_goes_over_that_of_the_snapshot()
    {
        var cluster = new SnapshotBuilder();
        foreach (var workload in Snapshots.FromYaml(TwoDeployments).Workloads)
        {
            cluster.Add(workload);
        }

        var catalog = new RuleCatalog([new FirstRisk { Answer = (_, context) => FixedRule.Hit(context.KubernetesVersion!) }]);
        var snapshot = cluster.Build(Snapshots.Now, "1.34");

        Assert.All(new RuleEngine(catalog).Evaluate(snapshot, Policy.Default(catalog)).Findings, f => Assert.Equal("1.34", f.Message));
        Assert.All(
            new RuleEngine(catalog).Evaluate(snapshot, Policy.Default(catalog), new() { KubernetesVersion = "1.36" }).Findings,
            f => Assert.Equal("1.36", f.Message));
    }

    [Fact]
    public void A_finding_carries_what_the_hit_leaves_to_the_rule()
    {
        var finding = Evaluate(TwoDeployments, new FirstRisk { Answer = (_, _) => FixedRule.Hit() }).Findings[0];

        Assert.Equal((Severity.High, "Nothing."), (finding.Severity, finding.Fix));
        Assert.Equal(new SourceLocation("test.yaml", 6), finding.Source);
    }

    private static Evaluation Evaluate(string yaml, params Rule[] rules) => Evaluate(yaml, rules, new PolicyDocument());

    private static Evaluation Evaluate(string yaml, Rule[] rules, PolicyDocument policy)
    {
        var catalog = new RuleCatalog(rules);
        return new RuleEngine(catalog).Evaluate(Snapshots.FromYaml(yaml), Policy.Of(catalog, policy));
    }
}
