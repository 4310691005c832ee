namespace RiskAnalyzer.Simulation.Durations;

/// <summary>How long the machinery itself takes, apart from the pods. Small, but it decides who comes first.</summary>
/// <remarks>Measured on recorded drains of a 1.36 control plane on one machine (tests/recordings); where two numbers stand, the truth is
/// drawn evenly between them. They matter because a refused eviction waits another five seconds when it comes milliseconds too early.</remarks>
public sealed record Latencies
{
    /// <summary>No latency at all: for results that can be worked out by hand.</summary>
    public static Latencies None { get; } = new()
    {
        StartWithinSecond = default,
        ClientStart = default,
        ClientEnd = default,
        Uncordon = default,
        Request = default,
        BudgetRead = default,
        BudgetWrite = default,
        BudgetCacheSeconds = 0,
        Delete = default,
        BudgetSync = default,
        ControllerSync = default,
        Schedule = default,
        Bind = default,
        Kubelet = default,
    };

    /// <summary>Where within a second of the wall clock the maintenance starts; nobody chooses that, and conditions carry whole seconds.</summary>
    public LatencyRange StartWithinSecond { get; init; } = new(0, 1);

    /// <summary>From the start of the drain command to its list of the pods.</summary>
    public LatencyRange ClientStart { get; init; } = new(0.07, 0.12);

    /// <summary>From the last answer to the return of the command.</summary>
    public LatencyRange ClientEnd { get; init; } = new(0.005, 0.03);

    /// <summary>The uncordon command.</summary>
    public LatencyRange Uncordon { get; init; } = new(0.08, 0.13);

    /// <summary>A request on its way to the API server.</summary>
    public LatencyRange Request { get; init; } = new(0.001, 0.004);

    /// <summary>From the question for etcd's progress to the cache of budgets being current.</summary>
    public LatencyRange BudgetRead { get; init; } = new(0.004, 0.007);

    /// <summary>How often that question is asked at most.</summary>
    /// <value>Seconds; 0 for a cache that is always current.</value>
    public double BudgetCacheSeconds { get; init; } = 0.1;

    /// <summary>From the read of a budget to the write of its status; another write in between is a conflict.</summary>
    public LatencyRange BudgetWrite { get; init; } = new(0.004, 0.012);

    /// <summary>From the approval of an eviction to the deletion of its pod.</summary>
    public LatencyRange Delete { get; init; } = new(0.004, 0.01);

    /// <summary>From a pod's change to the recomputed status of its budgets.</summary>
    public LatencyRange BudgetSync { get; init; } = new(0.004, 0.009);

    /// <summary>From a pod's change to its controller's reaction.</summary>
    public LatencyRange ControllerSync { get; init; } = new(0.003, 0.01);

    /// <summary>From a pod's creation to the choice of its node. It is short, so that a pod seldom overtakes one that came just before it.</summary>
    public LatencyRange Schedule { get; init; } = new(0.001, 0.003);

    /// <summary>From that choice to the binding.</summary>
    public LatencyRange Bind { get; init; } = new(0.002, 0.007);

    /// <summary>What a kubelet adds to each start and each stop.</summary>
    public LatencyRange Kubelet { get; init; } = new(0.014, 0.03);
}
