using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>Changes to the plan.</summary>
internal static class PlanChange
{
    private const double SecondsPerMinute = 60;

    // Our own choice: nodes that look this often wait for little but each other.
    private const double ShortPeriodSeconds = 300;

    /// <summary>Drains pods that have no controller, too.</summary>
    public static Candidate Force(string pod, int pods) => Edit(
        "bare-pod", pod, _ => $"drain with force: true instead of false, which deletes {Counted.Of(pods, "pod")} without controller for good",
        plan => plan.Drain.Force ? null : plan with { Drain = plan.Drain with { Force = true } });

    /// <summary>Drains pods that have local data, too.</summary>
    public static Candidate DeleteLocalData(string pod, int pods) => Edit(
        "local-data-lost", pod, _ => $"drain with deleteEmptyDirData: true instead of false, which loses the local data of {Counted.Of(pods, "pod")}",
        plan => plan.Drain.DeleteEmptyDirData ? null : plan with { Drain = plan.Drain with { DeleteEmptyDirData = true } });

    /// <summary>Leaves the pods of DaemonSets alone.</summary>
    public static Candidate IgnoreDaemonSets(string pod, int pods) => Edit(
        "drain-refused", pod, _ => $"drain with ignoreDaemonSets: true instead of false, which leaves {Counted.Of(pods, "pod")} of DaemonSets in place",
        plan => plan.Drain.IgnoreDaemonSets ? null : plan with { Drain = plan.Drain with { IgnoreDaemonSets = true } });

    /// <summary>Waits as long as it takes.</summary>
    public static Candidate WaitLonger(MaintenancePlan plan) => Edit(
        "drain-blocked", Name(plan), trial => $"timeoutSeconds from {plan.Drain.TimeoutSeconds} to {RoundUp(trial.LongestDrainSeconds)}: the longest drain takes {trial.LongestDrainSeconds:0} s in the worst case",
        old => old.Drain.TimeoutSeconds <= 0 ? null : old with { Drain = old.Drain with { TimeoutSeconds = 0 } });

    /// <summary>Leaves a node out.</summary>
    public static Candidate LeaveOut(string node) => Edit(
        "drain-blocked", $"Node/{node}", _ => "leave it out of this run, or bring its kubelet back",
        plan => plan.Nodes.Count < 2 ? null : plan with { Nodes = [.. plan.Nodes.Where(other => other != node)] });

    /// <summary>Takes one node more at a time.</summary>
    public static Candidate OneMoreAtATime(MaintenancePlan plan) => Edit(
        "window-overrun", Name(plan), _ => $"concurrency from {plan.Concurrency} to {plan.Concurrency + 1}",
        old => old.Nodes.Count <= old.Concurrency || old.Profile == OrchestratorProfile.KubesprayGroups ? null : old with { Concurrency = old.Concurrency + 1 });

    /// <summary>Lets nodes look for kured's lock more often.</summary>
    public static Candidate LookMoreOften(MaintenancePlan plan) => Edit(
        "window-overrun", Name(plan), _ => $"kured.periodSeconds from {plan.Kured.PeriodSeconds} to {ShortPeriodSeconds} (kured --period): nodes then wait less for their next look",
        old => old.Profile != OrchestratorProfile.Kured || old.Kured.PeriodSeconds <= ShortPeriodSeconds ? null : old with { Kured = old.Kured with { PeriodSeconds = ShortPeriodSeconds } });

    /// <summary>Sends a shorter grace with every eviction.</summary>
    public static Candidate SendGrace(MaintenancePlan plan, int seconds) => Edit(
        "long-termination-grace", Name(plan), _ => $"gracePeriodSeconds from {plan.Drain.GracePeriodSeconds} to {seconds}",
        old => old.Drain.GracePeriodSeconds <= seconds ? null : old with { Drain = old.Drain with { GracePeriodSeconds = seconds } });

    private static Candidate Edit(string rule, string @object, Func<Trial, string> message, Func<MaintenancePlan, MaintenancePlan?> edit) => new()
    {
        Rule = rule,
        Object = @object,
        Change = "plan",
        Message = message,
        Apply = scenario => edit(scenario.Plan) is { } plan ? scenario with { Plan = plan } : null,
    };

    private static string Name(MaintenancePlan plan) => $"MaintenancePlan/{(plan.Name.Length > 0 ? plan.Name : PlanText.NameOf(plan.Profile))}";

    private static double RoundUp(double seconds) => Math.Ceiling((seconds + 1) / SecondsPerMinute) * SecondsPerMinute;
}
