using System.Text.Json.Nodes;
using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Hosting.Tests.Plans;

/// <summary>The sections of a plan that one orchestrator alone has.</summary>
public sealed class OrchestratorSectionTests
{
    [Fact]
    public void What_is_written_goes_before_the_defaults_of_kured()
    {
        var plan = Plan("""
            profile: kured
            kured: { periodSeconds: 600, lockReleaseDelaySeconds: 30, drainDelaySeconds: 5, rebootDelaySeconds: 7, forceReboot: true }
            """);

        Assert.Equal(new KuredSettings { PeriodSeconds = 600, LockReleaseDelaySeconds = 30, DrainDelaySeconds = 5, RebootDelaySeconds = 7, ForceReboot = true }, plan.Kured);
    }

    [Theory]
    [InlineData("kubespray")]
    [InlineData("kubespray-groups")]
    public void What_is_written_goes_before_the_defaults_of_Kubespray(string profile)
    {
        var plan = Plan($$"""
            profile: {{profile}}
            kubespray: { drainRetries: 0, drainRetryDelaySeconds: 20, upgradeNodePauseSeconds: 60, upgradeNodePostUpgradePauseSeconds: 90 }
            """);

        Assert.Equal(
            new KubespraySettings { DrainRetries = 0, DrainRetryDelaySeconds = 20, UpgradeNodePauseSeconds = 60, UpgradeNodePostUpgradePauseSeconds = 90 },
            plan.Kubespray);
    }

    [Fact]
    public void What_is_written_goes_before_the_defaults_of_the_fallback()
    {
        Assert.Equal(new() { IsEnabled = true }, Fallback("enabled: true"));
        Assert.Equal(
            new() { IsEnabled = true, GracePeriodSeconds = -1, TimeoutSeconds = 0, Retries = 2, RetryDelaySeconds = 5 },
            Fallback("enabled: true, gracePeriodSeconds: -1, timeoutSeconds: 0, retries: 2, retryDelaySeconds: 5"));

        static DrainFallbackSettings Fallback(string fields) => Plan($"profile: kubespray\nkubespray: {{ drainFallback: {{ {fields} }} }}").Kubespray.DrainFallback;
    }

    [Fact]
    public void What_is_written_goes_before_the_defaults_of_Cluster_API()
    {
        var settings = Plan("""
            profile: cluster-api
            clusterApi:
              machineDeletionSeconds: 15
              nodeVolumeDetachTimeoutSeconds: 300
              drainRules:
                - { name: databases-last, pods: "app in (db,cache)", namespaces: team=data, behavior: Drain, order: 10 }
                - { name: logs, behavior: Skip }
            """).ClusterApi;

        Assert.Equal((15, 300), (settings.MachineDeletionSeconds, settings.NodeVolumeDetachTimeoutSeconds));
        Assert.Equal(
            ["databases-last: app in (db,cache), team=data, Drain, 10", "logs: {}, {}, Skip, 0"],
            settings.DrainRules.Select(rule => $"{rule.Name}: {rule.Pods}, {rule.Namespaces}, {rule.Behavior}, {rule.Order}"));
    }

    [Fact]
    public void What_is_written_goes_before_the_defaults_of_the_system_upgrade_controller() =>
        Assert.Equal(new SystemUpgradeControllerSettings { JobActiveDeadlineSeconds = 900, JobBackoffLimit = 99, PostCompleteDelaySeconds = 60 }, Plan("""
            profile: system-upgrade-controller
            systemUpgradeController: { jobActiveDeadlineSeconds: 900, jobBackoffLimit: 99, postCompleteDelaySeconds: 60 }
            """).SystemUpgradeController);

    [Fact]
    public void What_is_written_goes_before_the_defaults_of_Karpenter() =>
        Assert.Equal(new KarpenterSettings { TerminationGracePeriodSeconds = 3600, InstanceTerminationSeconds = 90 }, Plan("""
            profile: karpenter
            karpenter: { terminationGracePeriodSeconds: 3600, instanceTerminationSeconds: 90 }
            """).Karpenter);

    [Fact]
    public void What_is_written_goes_before_the_defaults_of_the_cluster_autoscaler() =>
        Assert.Equal(new ClusterAutoscalerSettings { MaxPodEvictionSeconds = 300, MaxGracefulTerminationSeconds = 60, SkipNodesWithSystemPods = false }, Plan("""
            profile: cluster-autoscaler
            clusterAutoscaler: { maxPodEvictionSeconds: 300, maxGracefulTerminationSeconds: 60, skipNodesWithSystemPods: false }
            """).ClusterAutoscaler);

    [Theory]
    [InlineData("karpenter", null, 2)]
    [InlineData("karpenter", "5%", 1)]
    [InlineData("kubespray", "10%", 1)]
    public void A_share_of_the_nodes_is_rounded_as_the_orchestrator_does_it(string profile, string? share, int concurrency)
    {
        var cluster = new ClusterSketch { Nodes = [.. Enumerable.Range(0, 11).Select(number => new NodeSketch { Name = $"n{number}" })] };

        Assert.Equal(concurrency, Draft($"profile: {profile}{(share is null ? "" : $"\nconcurrency: {share}")}").Resolve(cluster.Read()).Plan!.Concurrency);
    }

    [Theory]
    [InlineData("kured")]
    [InlineData("kubespray")]
    [InlineData("cluster-api")]
    [InlineData("system-upgrade-controller")]
    [InlineData("karpenter")]
    [InlineData("cluster-autoscaler")]
    public void Without_a_section_each_orchestrator_keeps_its_defaults(string profile)
    {
        var plan = Plan($"profile: {profile}");

        Assert.Equal(
            (new KuredSettings(), new KubespraySettings(), new ClusterApiSettings(), new SystemUpgradeControllerSettings(), new KarpenterSettings(), new ClusterAutoscalerSettings()),
            (plan.Kured, plan.Kubespray, plan.ClusterApi, plan.SystemUpgradeController, plan.Karpenter, plan.ClusterAutoscaler));
    }

    [Theory]
    [InlineData("kured: {}", "plan.yaml:4: spec.kured: is for the profile kured, but the profile is kubectl")]
    [InlineData("profile: kured\nkubespray: { drainRetries: 1 }", "plan.yaml:5: spec.kubespray: is for the profile kubespray or kubespray-groups, but the profile is kured")]
    [InlineData("profile: kubespray\nclusterApi: { machineDeletionSeconds: 1 }", "plan.yaml:5: spec.clusterApi: is for the profile cluster-api, but the profile is kubespray")]
    [InlineData("profile: kured\nkured: { periodSeconds: 0 }", "plan.yaml:5: spec.kured.periodSeconds: must be seconds from 1, up to a year, but is 0")]
    [InlineData("profile: kured\nkured: { rebootDelaySeconds: -1 }", "plan.yaml:5: spec.kured.rebootDelaySeconds: must be seconds from 0, up to a year, but is -1")]
    [InlineData("profile: kured\nkured: { period: 60 }", "plan.yaml:5: spec.kured.period: is no field here (did you mean 'periodSeconds'?); the fields are")]
    [InlineData("profile: kured\nkured: 60", "plan.yaml:5: spec.kured: must be a group of fields, but is a single value")]
    [InlineData("profile: kubespray\nkubespray: { drainRetries: -1 }", "plan.yaml:5: spec.kubespray.drainRetries: must be a number of retries from 0 to 1000, but is -1")]
    [InlineData("profile: kubespray\nkubespray: { drainRetries: many }", "plan.yaml:5: spec.kubespray.drainRetries: must be a whole number, but is 'many'")]
    [InlineData("profile: kubespray\nkubespray: { drainFallback: { gracePeriodSeconds: -2 } }", "plan.yaml:5: spec.kubespray.drainFallback.gracePeriodSeconds: must be -1 for each pod's own")]
    [InlineData("profile: kubespray\nkubespray: { drainFallback: { enable: true } }", "plan.yaml:5: spec.kubespray.drainFallback.enable: is no field here (did you mean 'enabled'?)")]
    [InlineData("profile: cluster-api\nclusterApi: { machineDeletionSeconds: -2 }", "plan.yaml:5: spec.clusterApi.machineDeletionSeconds: must be seconds from 0, up to a year, but is -2")]
    [InlineData("profile: cluster-api\nclusterApi: { drainRules: [{ behavior: Skip }] }", "plan.yaml:5: spec.clusterApi.drainRules[0].name: is missing; of several rules")]
    [InlineData("profile: cluster-api\nclusterApi: { drainRules: [{ name: a }] }", "plan.yaml:5: spec.clusterApi.drainRules[0].behavior: is missing; write Drain or Skip or WaitCompleted")]
    [InlineData("profile: cluster-api\nclusterApi: { drainRules: [{ name: a, behavior: drain }] }", "plan.yaml:5: spec.clusterApi.drainRules[0].behavior: must be one of Drain, Skip, WaitCompleted, but is 'drain' (did you mean 'Drain'?)")]
    [InlineData("profile: cluster-api\nclusterApi: { drainRules: [{ name: a, behavior: Skip, order: 5 }] }", "plan.yaml:5: spec.clusterApi.drainRules[0].order: goes with the behavior Drain only, but that is Skip")]
    [InlineData("profile: cluster-api\nclusterApi: { drainRules: [{ name: a, behavior: Skip, pods: app in db }] }", "plan.yaml:5: spec.clusterApi.drainRules[0].pods: 'app in db' is not a label requirement")]
    [InlineData("profile: cluster-api\nclusterApi: { drainRules: [{ name: a, behavior: Skip, namespace: x }] }", "plan.yaml:5: spec.clusterApi.drainRules[0].namespace: is no field here (did you mean 'namespaces'?)")]
    [InlineData("profile: cluster-api\nclusterApi: { drainRules: app=db }", "plan.yaml:5: spec.clusterApi.drainRules: must be a list")]
    [InlineData("profile: kured\nsystemUpgradeController: {}", "plan.yaml:5: spec.systemUpgradeController: is for the profile system-upgrade-controller, but the profile is kured")]
    [InlineData("profile: system-upgrade-controller\nsystemUpgradeController: { jobActiveDeadlineSeconds: -1 }", "plan.yaml:5: spec.systemUpgradeController.jobActiveDeadlineSeconds: must be 0 for no limit")]
    [InlineData("profile: system-upgrade-controller\nsystemUpgradeController: { jobActiveDeadlineSecs: 1 }", "plan.yaml:5: spec.systemUpgradeController.jobActiveDeadlineSecs: is no field here (did you mean 'jobActiveDeadlineSeconds'?)")]
    [InlineData("profile: cluster-api\nkarpenter: {}", "plan.yaml:5: spec.karpenter: is for the profile karpenter, but the profile is cluster-api")]
    [InlineData("profile: karpenter\nkarpenter: { terminationGracePeriodSeconds: -1 }", "plan.yaml:5: spec.karpenter.terminationGracePeriodSeconds: must be seconds from 0")]
    [InlineData("profile: karpenter\nclusterAutoscaler: {}", "plan.yaml:5: spec.clusterAutoscaler: is for the profile cluster-autoscaler, but the profile is karpenter")]
    [InlineData("profile: cluster-autoscaler\nclusterAutoscaler: { maxPodEvictionSeconds: 2m }", "plan.yaml:5: spec.clusterAutoscaler.maxPodEvictionSeconds: must be a whole number, but is '2m'")]
    public void A_mistake_is_told_with_its_path_and_line(string spec, string message)
    {
        var mistake = Assert.Single(Draft(spec).Mistakes);

        Assert.StartsWith(message, mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_one_name_are_a_mistake_each() =>
        Assert.Equal(
            ["plan.yaml:7: spec.clusterApi.drainRules[0]: has the name 'a' of another rule", "plan.yaml:8: spec.clusterApi.drainRules[1]: has the name 'a' of another rule"],
            Draft("profile: cluster-api\nclusterApi:\n  drainRules:\n  - { name: a, behavior: Skip }\n  - { name: a, behavior: Drain }").Mistakes.Select(mistake => mistake.Split(';')[0]));

    [Fact]
    public void All_mistakes_are_told_at_once_but_none_about_a_profile_that_nobody_knows() =>
        Assert.Equal(
            ["plan.yaml:4: spec.profile", "plan.yaml:5: spec.kured.drainDelaySeconds", "plan.yaml:5: spec.kured.lockReleaseDelaySeconds", "plan.yaml:5: spec.kured.periodSeconds"],
            Draft("profile: kurt\nkured: { periodSeconds: 0, lockReleaseDelaySeconds: -1, drainDelaySeconds: soon }").Mistakes
                .Select(mistake => string.Join(':', mistake.Split(':').Take(3))));

    [Fact]
    public void The_page_on_plans_names_every_field()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "plans.md"));
        var fields = Draft("x: 1\nnodes: { x: 1 }\ndrain: { x: 1 }\nwindow: { x: 1 }\nkured: { x: 1 }\nkubespray: { x: 1, drainFallback: { x: 1 } }\nclusterApi: { x: 1, drainRules: [{ x: 1 }] }\nsystemUpgradeController: { x: 1 }\nkarpenter: { x: 1 }\nclusterAutoscaler: { x: 1 }").Mistakes
            .Where(mistake => mistake.Contains("the fields are", StringComparison.Ordinal))
            .SelectMany(mistake => mistake.Split("the fields are ")[1].Split(", ")).ToList();

        Assert.Contains("retryDelaySeconds", fields);
        Assert.All(fields, field => Assert.Matches($@"[`.]{field}[`:]", page));
    }

    [Theory]
    [InlineData("", "d, b, a, c")]
    [InlineData("\norder: name", "a, b, c, d")]
    [InlineData("\nnodes: { names: [a, b, c, d] }", "a, b, c, d")]
    [InlineData("\nnodes: { selector: app }", "d, c")]
    public void The_machine_config_operator_goes_zone_by_zone_and_from_the_oldest_node_on(string spec, string order)
    {
        var cluster = new ClusterSketch { Nodes = [Node("a", "north", 3), Node("b", "north", 2), Node("c", null, 1), Node("d", "east", 4)] };

        Assert.Equal(order, string.Join(", ", Draft($"profile: machine-config-operator{spec}").Resolve(cluster.Read()).Plan!.Nodes));

        static NodeSketch Node(string name, string? zone, int day)
        {
            var labels = new JsonObject();
            if (zone is not null)
            {
                labels["topology.kubernetes.io/zone"] = zone;
            }

            if (name is "c" or "d")
            {
                labels["app"] = "";
            }

            return new() { Name = name, Object = new() { ["metadata"] = new JsonObject { ["creationTimestamp"] = $"2026-01-0{day}T00:00:00Z", ["labels"] = labels } } };
        }
    }

    private static MaintenancePlan Plan(string spec)
    {
        var (plan, mistakes) = Draft(spec).Resolve(new ClusterSketch { Nodes = [new() { Name = "a" }] }.Read());
        Assert.Empty(mistakes);
        return plan!;
    }

    private static PlanDraft Draft(string spec) =>
        PlanLoader.FromFile($"apiVersion: {PlanLoader.ApiVersion}\nkind: {PlanLoader.Kind}\nspec:\n{string.Concat(spec.Split('\n').Select(line => $"  {line}\n"))}", "plan.yaml");
}
