namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Which rule of the scheduler a node fails, in the order in which they are checked.</summary>
public enum RejectionReason
{
    /// <summary>The node is cordoned.</summary>
    Cordoned,

    /// <summary>The pod does not tolerate a taint.</summary>
    Taint,

    /// <summary>The node does not match the pod's node selector or node affinity.</summary>
    NodeAffinity,

    /// <summary>A host port is taken.</summary>
    HostPort,

    /// <summary>The node holds as many pods as it may.</summary>
    TooManyPods,

    /// <summary>A requested resource does not fit.</summary>
    Resources,

    /// <summary>What is allocatable on the node is not known.</summary>
    UnknownAllocatable,

    /// <summary>Another pod uses a claim or disk exclusively.</summary>
    VolumeInUse,

    /// <summary>The node holds as many volumes of a driver as it may.</summary>
    TooManyVolumes,

    /// <summary>The pod's volumes cannot be had on the node.</summary>
    VolumeElsewhere,

    /// <summary>The node lacks the label of a spread constraint.</summary>
    SpreadLabel,

    /// <summary>A spread constraint would be broken.</summary>
    Spread,

    /// <summary>Required pod affinity is not met.</summary>
    PodAffinity,

    /// <summary>The pod's anti-affinity forbids the node.</summary>
    PodAntiAffinity,

    /// <summary>Anti-affinity of a pod that is there already forbids the node.</summary>
    ExistingAntiAffinity,
}
