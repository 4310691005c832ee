using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>What was read of a controller so far; the fields come in any order.</summary>
internal struct WorkloadDraft()
{
    public WorkloadKind Type;
    public int? Replicas;
    public LabelSelector? Selector;
    public PodTemplate Template = PodTemplate.Empty;
    public int MinReadySeconds;
    public string? UpdateStrategy;
    public IntOrPercent? MaxUnavailable;
    public IntOrPercent? MaxSurge;
    public int Partition;
    public bool IsParallel;
    public ImmutableArray<PersistentVolumeClaim> ClaimTemplates = [];
    public int FirstOrdinal;
    public bool IsPaused;
    public JobSpec? Job;
    public WorkloadStatus? Status;

    /// <summary>The controller.</summary>
    public readonly Workload Finish(string apiVersion, ObjectMeta metadata) => new()
    {
        ApiVersion = apiVersion,
        Kind = Enum.GetName(Type)!,
        Type = Type,
        Metadata = metadata,
        SpecReplicas = Replicas,
        Selector = Selector,
        Template = Template,
        MinReadySeconds = MinReadySeconds,
        UpdateStrategy = UpdateStrategy,
        MaxUnavailable = MaxUnavailable,
        MaxSurge = MaxSurge,
        Partition = Partition,
        IsParallel = IsParallel,
        VolumeClaimTemplates = ClaimTemplates,
        FirstOrdinal = FirstOrdinal,
        IsPaused = IsPaused,
        Job = Job,
        Status = Status,
    };
}
