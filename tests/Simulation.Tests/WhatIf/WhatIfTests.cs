using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Tests.WhatIf;

public sealed class WhatIfTests
{
    private static readonly string[] Abc = ["a", "b", "c"];

    [Fact]
    public void A_budget_as_large_as_its_workload_is_to_allow_one_pod_away()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a b").Budget("cart", "cart", "minAvailable: 2").Forecast();

        var fix = First(forecast);
        Assert.Equal(ForecastOutcome.NeverEnds, forecast.Outcome);
        Assert.Equal(("budget-covers-all-replicas", "PodDisruptionBudget/shop/cart", "minAvailable from 2 to maxUnavailable: 1"), (fix.Rule, fix.Object, fix.Message));
        Assert.True(fix.MakesItComplete);
        Assert.Equal(double.PositiveInfinity, fix.SavesSeconds);
    }

    [Fact]
    public void A_single_replica_that_must_stay_is_better_doubled_than_taken_down()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a").Budget("cart", "cart", "minAvailable: 1").Forecast();

        Assert.Equal(["single-replica: replicas from 1 to 2", "budget-covers-all-replicas: minAvailable from 1 to maxUnavailable: 1"], Completing(forecast));
    }

    [Fact]
    public void A_budget_of_zero_is_the_rule_of_its_own()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a b").Budget("cart", "cart", "maxUnavailable: 0").Forecast();

        Assert.Equal(["budget-never-allows: maxUnavailable from 0 to maxUnavailable: 1"], Completing(forecast));
    }

    [Fact]
    public void Of_two_budgets_on_one_pod_the_broader_one_goes()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a b").App("user", on: "b")
            .Budget("cart", "cart", "maxUnavailable: 1")
            .Add("{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { namespace: shop, name: all }, spec: { minAvailable: 1, selector: {} } }").Forecast();

        Assert.Equal("PodDisruptionBudget/shop/all", First(forecast).Object);
        Assert.Equal("overlapping-budgets: remove it, or narrow its selector: 2 of its pods are selected by another budget, too", Completing(forecast)[0]);
    }

    [Fact]
    public void A_crashed_pod_that_its_budget_holds_is_to_be_let_go()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a b c", crashed: "a")
            .App("user", on: "a", crashed: "a").Budget("user", "user", "maxUnavailable: 1").Forecast(One("a"));

        Assert.Equal("unhealthy-pod-holds-budget: unhealthyPodEvictionPolicy from IfHealthyBudget to AlwaysAllow", Completing(forecast)[0]);
    }

    [Fact]
    public void Where_a_replacement_fits_nowhere_and_its_budget_waits_another_node_helps()
    {
        var forecast = new SmallCluster().Node("a", "4").Node("b", "4").App("cart", on: "a a", cpu: "1500m").App("user", on: "b", cpu: "3")
            .Budget("cart", "cart", "maxUnavailable: 1").Forecast(One("a"));

        var blocker = Assert.Single(forecast.Nodes[0].Blockers);
        Assert.Equal(BlockReason.ReplacementPending, blocker.Reason);
        Assert.Equal(["no-room-for-node-loss: one more node like it before the run", "pod-has-nowhere-to-go: maxUnavailable from 1 to 2"], Completing(forecast));
        Assert.Equal("Node/a", First(forecast).Object);
    }

    [Theory]
    [InlineData("bare-pod: drain with force: true instead of false, which deletes 1 pod without controller for good")]
    [InlineData("local-data-lost: drain with deleteEmptyDirData: true instead of false, which loses the local data of 2 pods")]
    [InlineData("drain-refused: drain with ignoreDaemonSets: true instead of false, which leaves 1 pod of DaemonSets in place")]
    public void A_refused_node_needs_the_flag_that_is_missing(string fix)
    {
        var cluster = new SmallCluster().Nodes("a");
        var forecast = fix[..fix.IndexOf(':')] switch
        {
            "bare-pod" => cluster.Add(Pod("tool", "")).Forecast(),
            "local-data-lost" => cluster.App("cart", on: "a a", emptyDir: true).Forecast(plan => plan with { Drain = plan.Drain with { DeleteEmptyDirData = false } }),
            _ => cluster.Add(Pod("logs-1", "ownerReferences: [{ apiVersion: apps/v1, kind: DaemonSet, name: logs, controller: true }]"))
                .Forecast(plan => plan with { Drain = plan.Drain with { IgnoreDaemonSets = false } }),
        };

        Assert.Equal(NodeOutcome.Refused, forecast.Nodes[0].Outcome);
        Assert.Equal([fix], Completing(forecast));
    }

    [Fact]
    public void A_finalizer_that_nobody_removes_is_to_go()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a", finalizer: "example.com/hold").Forecast();

        Assert.Equal(["finalizer-on-pod: have the owner of example.com/hold remove it, or take it out of the template"], Completing(forecast));
    }

    [Fact]
    public void A_node_that_does_not_answer_is_to_be_left_out()
    {
        var forecast = new SmallCluster().Node("a", "8", ready: "Unknown").Nodes("b", "c").App("cart", on: "a b").Forecast();

        Assert.Equal(["drain-blocked: leave it out of this run, or bring its kubelet back"], Completing(forecast));
        Assert.Equal("Node/a", First(forecast).Object);
    }

    [Fact]
    public void A_pod_that_ignores_its_signal_longer_than_the_drain_waits_is_to_get_less_grace()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a", grace: 600, shutdown: "3600").Forecast(Timeout(120));

        Assert.Equal(NodeOutcome.Blocked, forecast.Nodes[0].Outcome);
        Assert.Equal(
            ["long-termination-grace: terminationGracePeriodSeconds from 600 to 30", "drain-blocked: timeoutSeconds from 120 to 660: the longest drain takes 600 s in the worst case"],
            Completing(forecast));
    }

    [Fact]
    public void A_pod_that_needs_longer_than_the_drain_waits_is_to_be_waited_for()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a", grace: 600, shutdown: "200").Forecast(Timeout(120));

        Assert.Equal(["drain-blocked: timeoutSeconds from 120 to 660: the longest drain takes 600 s in the worst case"], Completing(forecast));
    }

    [Fact]
    public void A_number_that_needs_no_scale_lets_bare_pods_leave()
    {
        var forecast = new SmallCluster().Nodes("a").Add(Pod("tool", "labels: { app: tool }")).Budget("tool", "tool", "maxUnavailable: 1").Forecast(Force);

        Assert.Equal(["budget-cannot-count: maxUnavailable from 1 to minAvailable: 0, which needs no scale to be counted"], Completing(forecast));
    }

    [Fact]
    public void Budgets_on_several_nodes_are_needed_together()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a b").Budget("cart", "cart", "minAvailable: 2").App("user", on: "c b").Budget("user", "user", "minAvailable: 2").Forecast();

        Assert.Equal(["PodDisruptionBudget/shop/cart", "PodDisruptionBudget/shop/user"], forecast.Fixes.Where(fix => fix.MakesItComplete).Select(fix => fix.Object));
        Assert.All(Completing(forecast), fix => Assert.EndsWith("(one of 2 changes that are needed together)", fix, StringComparison.Ordinal));
    }

    [Fact]
    public void The_grace_of_a_pod_that_uses_it_up_costs_most()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a", grace: 600, shutdown: "3600").Forecast();

        var fix = First(forecast);
        Assert.Equal(("long-termination-grace", "Deployment/shop/cart", "terminationGracePeriodSeconds from 600 to 30"), (fix.Rule, fix.Object, fix.Message));
        Assert.False(fix.MakesItComplete);
        Assert.True(fix.SavesSeconds >= 570, $"{fix}");
    }

    [Fact]
    public void A_grace_that_may_be_used_up_is_a_matter_of_the_worst_case()
    {
        var forecast = new SmallCluster().Nodes("a", "b").App("cart", on: "a", grace: 600, shutdown: "5").Forecast(One("a"));

        var fix = First(forecast);
        Assert.Equal(("long-termination-grace", 0, 570), (fix.Rule, fix.SavesSeconds, fix.SavesWorstSeconds));
    }

    [Fact]
    public void A_grace_that_the_program_is_known_to_need_is_left_alone()
    {
        var forecast = new SmallCluster().Nodes("a", "b").App("cart", on: "a", grace: 600, shutdown: "300").Forecast(One("a"));

        Assert.Empty(forecast.Fixes);
    }

    [Fact]
    public void A_grace_that_the_orchestrator_sends_is_the_one_to_change()
    {
        var forecast = new SmallCluster().Nodes("a", "b").App("cart", on: "a", grace: 30, shutdown: "3600")
            .Forecast(plan => plan with { Nodes = ["a"], Drain = plan.Drain with { GracePeriodSeconds = 300 } });

        Assert.Equal(("MaintenancePlan/november", "gracePeriodSeconds from 300 to 30", 270), (First(forecast).Object, First(forecast).Message, First(forecast).SavesSeconds));
    }

    [Fact]
    public void A_budget_that_lets_pods_leave_one_by_one_is_to_allow_one_more()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a a a a b c").Budget("cart", "cart", "maxUnavailable: 1").Forecast(One("a"));

        // Alone: evictions at 0, 15, 30, 45. Two at a time: 0, 0, 15, 15.
        Assert.Equal(50, forecast.TotalSeconds.Expected - 120);
        Assert.Equal(("budget-serialises-drain", "maxUnavailable from 1 to 2", 30), (First(forecast).Rule, First(forecast).Message, First(forecast).SavesSeconds));
        var budget = Assert.Single(forecast.Budgets);
        Assert.Equal(("PodDisruptionBudget/shop/cart", "a", 4, 45, 45), (budget.Budget, budget.Node, budget.Chain, budget.ChainSeconds, budget.CriticalSeconds));
    }

    [Fact]
    public void Where_the_work_on_the_nodes_takes_the_time_two_nodes_at_once_save_most()
    {
        var forecast = new SmallCluster().Nodes("a", "b", "c", "d").App("cart", on: "a b").Forecast();

        Assert.Equal(("window-overrun", "MaintenancePlan/november", "concurrency from 1 to 2"), (First(forecast).Rule, First(forecast).Object, First(forecast).Message));
        Assert.InRange(First(forecast).SavesSeconds, 240, 255);
    }

    [Fact]
    public void Nodes_that_look_for_the_lock_once_an_hour_are_to_look_more_often()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a b").Forecast(plan => plan with { Profile = OrchestratorProfile.Kured });

        Assert.Equal("window-overrun", First(forecast).Rule);
        Assert.StartsWith("kured.periodSeconds from 3600 to 300 (kured --period)", First(forecast).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            new SmallCluster().Nodes(Abc).App("cart", on: "a b").Forecast(plan => plan with { Profile = OrchestratorProfile.Kured, Kured = new() { PeriodSeconds = 300 } }).Fixes,
            fix => fix.Message.StartsWith("kured.periodSeconds", StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_in_which_simulations_end_makes_no_difference()
    {
        var cluster = new SmallCluster().Nodes("a", "b", "c", "d").App("cart", on: "a a b c").App("user", on: "a b d", grace: 300, shutdown: null).Budget("cart", "cart", "maxUnavailable: 1");

        var one = cluster.Forecast();
        var two = cluster.Forecast(options: options => options with { ForEach = (count, action) => Parallel.For(0, count, action) });

        Assert.NotEmpty(one.Fixes);
        Assert.Equal(one.Fixes, two.Fixes);
    }

    [Fact]
    public void A_cluster_above_the_bound_says_that_no_fixes_were_looked_for()
    {
        var forecast = new SmallCluster().Nodes(Abc).App("cart", on: "a b").Forecast(options: options => options with { WhatIfMaxPods = 1 });

        Assert.Empty(forecast.Fixes);
        Assert.Contains("2 pods are more than the 1", forecast.FixesLeftOut, StringComparison.Ordinal);
    }

    private static ForecastFix First(DrainForecast forecast) => forecast.Fixes[0];

    private static string[] Completing(DrainForecast forecast) => [.. forecast.Fixes.Where(fix => fix.MakesItComplete).Select(fix => $"{fix.Rule}: {fix.Message}")];

    private static Func<MaintenancePlan, MaintenancePlan> One(string node) => plan => plan with { Nodes = [node] };

    private static Func<MaintenancePlan, MaintenancePlan> Timeout(double seconds) => plan => plan with { Drain = plan.Drain with { TimeoutSeconds = seconds } };

    private static MaintenancePlan Force(MaintenancePlan plan) => plan with { Drain = plan.Drain with { Force = true } };

    private static string Pod(string name, string metadata) => $$"""
        apiVersion: v1
        kind: Pod
        metadata: { namespace: shop, name: {{name}}, {{metadata}} }
        spec: { nodeName: a, containers: [{ name: tool, image: "tool:1" }] }
        status: { phase: Running, conditions: [{ type: Ready, status: "True" }] }
        """;
}
