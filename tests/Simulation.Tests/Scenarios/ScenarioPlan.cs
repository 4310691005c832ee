using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Simulation.Tests.Scenarios;

/// <summary>What a scenario says of its plan; the rest is the profile's, but node work takes no time and pods without controller are evicted.</summary>
internal sealed record ScenarioPlan
{
    private const int WholePercent = 100;

    public string Profile { get; init; } = "kubectl";

    /// <summary>Names between spaces.</summary>
    public string Nodes { get; init; } = "a";

    public int? Concurrency { get; init; }

    public double Work { get; init; }

    public bool Uncordon { get; init; } = true;

    public int? Grace { get; init; }

    public double? Timeout { get; init; }

    public bool Force { get; init; } = true;

    public bool EmptyDir { get; init; } = true;

    public bool DaemonSets { get; init; } = true;

    /// <summary>The only pods to drain, by label.</summary>
    public string? Pods { get; init; }

    public bool Delete { get; init; }

    public bool? Continue { get; init; }

    public double? Window { get; init; }

    public KuredSettings Kured { get; init; } = new() { ReturnLowSeconds = 0, ReturnHighSeconds = 0 };

    public KubespraySettings Kubespray { get; init; } = new();

    public ClusterApiSettings ClusterApi { get; init; } = new();

    public SystemUpgradeControllerSettings SystemUpgradeController { get; init; } = new();

    public KarpenterSettings Karpenter { get; init; } = new();

    public ClusterAutoscalerSettings ClusterAutoscaler { get; init; } = new();

    public MaintenancePlan Resolve()
    {
        var profile = PlanText.Find(Profile) ?? throw new FormatException($"profile {Profile}");
        var defaults = ProfileDefaults.For(profile);
        var nodes = Nodes.Split(' ');
        return new()
        {
            Profile = profile,
            Nodes = nodes,
            Concurrency = Concurrency ?? defaults.Concurrency ?? Math.Max(1, nodes.Length * defaults.ConcurrencyPercent!.Value / WholePercent),
            NodeWorkSeconds = Work,
            UncordonAfter = Uncordon,
            WindowSeconds = Window,
            Kured = Kured,
            Kubespray = Kubespray,
            ClusterApi = ClusterApi,
            SystemUpgradeController = SystemUpgradeController,
            Karpenter = Karpenter,
            ClusterAutoscaler = ClusterAutoscaler,
            Drain = defaults.Drain with
            {
                GracePeriodSeconds = Grace ?? defaults.Drain.GracePeriodSeconds,
                TimeoutSeconds = Timeout ?? defaults.Drain.TimeoutSeconds,
                Force = Force,
                DeleteEmptyDirData = EmptyDir,
                IgnoreDaemonSets = DaemonSets,
                PodSelector = Pods is null ? null : SelectorText.Parse(Pods, out _),
                DisableEviction = Delete,
                StopOnFailure = Continue is { } goesOn ? !goesOn : defaults.Drain.StopOnFailure,
            },
        };
    }
}
