namespace RiskAnalyzer.Model.Json;

/// <summary>The property names that a decoder reads, spelled as in JSON but with a capital first letter.</summary>
internal enum Field
{
    /// <summary>A property that nobody reads.</summary>
    Other,

    AccessModes, Action, Active, ActiveDeadlineSeconds, Affinity, Allocatable, AllocatedResources, AllowedTopologies, Annotations,
    ApiGroups, ApiVersion, AttachError, Attacher, AvailableReplicas, AwsElasticBlockStore, BackoffLimit, Capacity, ClaimName,
    ClaimRef, ClientConfig, ClusterIP, Command, Completions, Conditions, ContainerPort, ContainerRuntimeVersion, ContainerStatuses, Containers,
    Controller, Count, CreationTimestamp, Csi, CurrentHealthy, CurrentReplicas, CurrentRevision, Default, DefaultRequest,
    DeletionGracePeriodSeconds, DeletionTimestamp, DesiredHealthy, DesiredNumberScheduled, DetachError, DisruptedPods,
    DisruptionsAllowed, Driver, Drivers, Effect, EmptyDir, Ephemeral, Exec, ExitCode, ExpectedPods, Failed, FailurePolicy,
    FailureThreshold, Finalizers, GcePersistentDisk, GenerateName, Generation, GlobalDefault, Grpc, Hard, HostIP, HostNetwork,
    HostPath, HostPort, HttpGet, Image, Images, InitContainerStatuses, InitContainers, InitialDelaySeconds, Iqn, Iscsi, JobTemplate,
    KernelVersion, Key, Kind, KubeletVersion, LabelSelector, Labels, LastHeartbeatTime, LastState, LastTransitionTime, Lifecycle, Limits,
    LivenessProbe,
    Local, MatchExpressions, MatchFields, MatchLabelExpressions, MatchLabelKeys, MatchLabels, Max, MaxReplicaCount, MaxReplicas, MaxSkew,
    MaxSurge, MaxUnavailable, Medium, Message, Metadata, Min, MinAvailable, MinDomains, MinReadySeconds, MinReplicaCount, MinReplicas,
    MismatchLabelKeys, Name, Names, Namespace, NamespaceSelector, Namespaces, NodeAffinity, NodeAffinityPolicy, NodeInfo, NodeName,
    NodeSelector, NodeSelectorTerms, NodeTaintsPolicy, NominatedNodeName, NumberAvailable, NumberReady, ObservedGeneration,
    OnPodConditions, Operations, Operator, Ordinals, OsImage, Overhead, OwnerReferences, Parallelism, Partition, Path, Paused, PdName,
    PeriodSeconds, PersistentVolumeClaim, PersistentVolumeName, Phase, PodAffinity, PodAffinityTerm, PodAntiAffinity,
    PodFailurePolicy, PodManagementPolicy, PodReplacementPolicy, Port, Ports, PreStop, PreemptionPolicy, Preference,
    PreferredDuringSchedulingIgnoredDuringExecution, Priority, PriorityClassName, Protocol, Provisioner, Rbd, ReadOnly,
    ReadinessGates, ReadinessProbe, ReadyReplicas, Reason, Replicas, Requests, Required,
    RequiredDuringSchedulingIgnoredDuringExecution, ResourceClaims, Resources, RestartCount, RestartPolicy, RollingUpdate, Rules,
    Running, ScaleTargetRef, Schedule, SchedulerName, SchedulingGates, ScopeSelector, Scopes, Seconds, Selector, Service, SizeBytes,
    SizeLimit, Sleep, Source, Spec, Start, StartTime, StartedAt, StartupProbe, State, Status, StorageClassName, Strategy, Succeeded,
    SuccessThreshold, Suspend, Taints, TargetPort, TcpSocket, Template, Terminated, TerminationGracePeriodSeconds, TimeAdded, TimeoutSeconds,
    Tolerations, TopologyKey, TopologySpreadConstraints, TtlSecondsAfterFinished, Type, UnhealthyPodEvictionPolicy, Unschedulable,
    UpdateRevision, UpdateStrategy, UpdatedNumberScheduled, UpdatedReplicas, Used, Value, Values, VolumeBindingMode,
    VolumeClaimTemplates, VolumeHandle, VolumeID, VolumeMounts, VolumeName, Volumes, Waiting, Webhooks, Weight, WhenUnsatisfiable,
}
