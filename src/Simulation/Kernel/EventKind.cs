namespace RiskAnalyzer.Simulation.Kernel;

/// <summary>What can happen. At one instant events run in the order of these values, so that a pod that turns Ready at the moment
/// of a retry is seen by that retry, and a pod that disappears at a deadline counts as gone.</summary>
internal enum EventKind : byte
{
    /// <summary>The object of a pod disappears.</summary>
    PodGone,

    /// <summary>The containers of a pod have ended, but a finalizer keeps its object.</summary>
    PodEnded,

    /// <summary>The first container of a pod runs.</summary>
    PodRunning,

    /// <summary>A pod turns Ready.</summary>
    PodReady,

    /// <summary>A pod has been Ready for its controller's minReadySeconds.</summary>
    PodAvailable,

    /// <summary>A Job's time is up, or it has failed, so that its controller ends its pods.</summary>
    ControllerEnd,

    /// <summary>A controller looks at its pods and makes what is missing.</summary>
    ControllerSync,

    /// <summary>The disruption controller recomputes a budget's status.</summary>
    BudgetSync,

    /// <summary>The scheduler looks at the pods that wait.</summary>
    Schedule,

    /// <summary>A drain's time is up.</summary>
    DrainDeadline,

    /// <summary>The time of one of many attempts is up; by itself that changes nothing, as another follows.</summary>
    AttemptDeadline,

    /// <summary>The orchestrator does its next step.</summary>
    Orchestrate,

    /// <summary>The orchestrator looks whether something has changed; by itself that changes nothing.</summary>
    Look,

    /// <summary>An eviction reaches the API server.</summary>
    EvictionArrival,

    /// <summary>The API server's cache of budgets has caught up.</summary>
    CacheProgress,

    /// <summary>The API server reads the budget for an eviction.</summary>
    EvictionRead,

    /// <summary>The API server charges the budget for an eviction.</summary>
    EvictionCommit,

    /// <summary>The API server deletes the pod of an approved eviction.</summary>
    EvictionDelete,

    /// <summary>A client sends a request or reads an answer.</summary>
    ClientStep,
}
