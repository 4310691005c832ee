namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>How a pod is taken without its consent or that of its budget.</summary>
public enum ForceKind
{
    /// <summary>It is deleted instead of evicted while its budget allows no disruption.</summary>
    DeletedDespiteBudget,

    /// <summary>It is still on its node when that reboots, so that its containers die with the node.</summary>
    KilledByReboot,

    /// <summary>It is still on its machine when that is deleted.</summary>
    DeletedWithMachine,

    /// <summary>It is deleted while an annotation says that it is not to be disrupted.</summary>
    DeletedDespiteAnnotation,
}
