using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Durations;

namespace RiskAnalyzer.Simulation.Tests.Durations;

/// <summary>The end of pods whose containers differ (drain-semantics §4.2 and §9.1).</summary>
public sealed class TerminationTests
{
    [Theory]
    [InlineData(8, 3, 30, 11)] // A9: the sidecar is told to stop when the main container has
    [InlineData(3600, 5, 30, 32)] // A10: nothing is left of the grace for the sidecar but two seconds
    [InlineData(8, 3600, 30, 30)]
    [InlineData(3600, 3600, 0, 0)]
    public void A_sidecar_waits_for_the_main_container(double main, double sidecar, double grace, double expected)
    {
        var spec = new PodSpec
        {
            Containers = [new() { Name = "main" }],
            InitContainers = [new() { Name = "setup" }, new() { Name = "sidecar", IsSidecar = true }],
        };

        Assert.Equal(expected, Termination.Seconds(spec, grace, container => container.Name == "main" ? main : sidecar));
    }

    [Fact]
    public void Sidecars_end_in_reverse_order()
    {
        var spec = new PodSpec
        {
            Containers = [new() { Name = "main" }],
            InitContainers = [new() { Name = "first", IsSidecar = true }, new() { Name = "second", IsSidecar = true }],
        };

        Assert.Equal(1 + 2 + 4, Termination.Seconds(spec, 30, container => container.Name switch { "main" => 1, "second" => 2, _ => 4 }));
    }

    [Fact]
    public void Sidecars_without_grace_end_together()
    {
        var spec = new PodSpec
        {
            Containers = [new() { Name = "main" }],
            InitContainers = [new() { Name = "first", IsSidecar = true }, new() { Name = "second", IsSidecar = true }],
        };

        Assert.Equal(32, Termination.Seconds(spec, 30, _ => double.PositiveInfinity));
    }
}
