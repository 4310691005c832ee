namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>What the pods of a workload look like; each has a manifest <c>spec-*.json</c>.</summary>
internal enum WorkloadShape
{
    /// <summary>A Deployment of one container with much environment.</summary>
    Web,

    /// <summary>A Deployment with a proxy beside its container.</summary>
    Mesh,

    /// <summary>A StatefulSet with a claim for each pod.</summary>
    Store,

    /// <summary>A DaemonSet with directories of the node.</summary>
    Agent,
}
