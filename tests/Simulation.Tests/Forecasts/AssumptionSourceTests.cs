using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Simulation.Tests.Forecasts;

/// <summary>A forecast says of each number of the orchestrator whether the plan or its profile has it.</summary>
public sealed class AssumptionSourceTests
{
    [Theory]
    [InlineData("kured period", "profile")]
    [InlineData("kured return", "profile")]
    [InlineData("kured force reboot", "plan")]
    public void What_the_plan_leaves_out_is_the_profiles_whatever_else_it_says(string subject, string source) =>
        Assert.Equal(source, SourceOf(subject, OrchestratorProfile.Kured, plan => plan with { Kured = new() { ForceReboot = true } }));

    [Theory]
    [InlineData("karpenter grace", "plan")]
    [InlineData("instance termination", "profile")]
    public void One_number_of_a_section_does_not_speak_for_the_others(string subject, string source) =>
        Assert.Equal(source, SourceOf(subject, OrchestratorProfile.Karpenter, plan => plan with { Karpenter = new() { TerminationGracePeriodSeconds = 600 } }));

    [Theory]
    [InlineData(90, "profile")]
    [InlineData(60, "plan")]
    public void The_limit_of_an_attempt_is_the_profiles_unless_it_is_another(int seconds, string source) =>
        Assert.Equal(source, SourceOf("drain attempts", OrchestratorProfile.MachineConfigOperator, plan => plan with { Drain = plan.Drain with { TimeoutSeconds = seconds } }));

    private static string SourceOf(string subject, OrchestratorProfile profile, Func<MaintenancePlan, MaintenancePlan> change)
    {
        var snapshot = new ClusterSketch { Nodes = [new() { Name = "a" }, new() { Name = "b" }] }.Read();
        var plan = change(TestPlans.Default(snapshot) with { Profile = profile });
        return DrainForecaster.Run(snapshot, plan, new() { Seeds = 1, WhatIf = false }).Assumptions.Single(each => each.Subject == subject).Source;
    }
}
