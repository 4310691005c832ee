namespace RiskAnalyzer.Model.Json;

/// <summary>The property names that a decoder reads, spelled as in JSON but with a capital first letter.</summary>
internal enum Field
{
    /// <summary>A property that nobody reads.</summary>
    Other,

    AccessModes, Action, ActiveDeadlineSeconds, Affinity, Allocatable, AllocatedResources, AllowedTopologies, Annotations,
    ApiGroups, ApiVersion, AttachError, Attacher, AwsElasticBlockStore, BackoffLimit, BackoffLimitPerIndex, Capacity, ClaimName, ClaimRef,
    ClientConfig, Command, Conditions, ContainerPort, ContainerStatuses, Containers, Controller, Count, CreationTimestamp, Csi,
    CurrentHealthy, CurrentReplicas, CurrentRevision, Default, DefaultRequest, DeletionGracePeriodSeconds, DeletionTimestamp,
    DesiredHealthy, DesiredNumberScheduled, DetachError, DisruptedPods, DisruptionsAllowed, Driver, Drivers, Effect, EmptyDir,
    Ephemeral, Exec, ExpectedPods, Failed, FailurePolicy, Finalizers, GcePersistentDisk, GenerateName, Generation, GlobalDefault, Hard,
    HostIP, HostNetwork, HostPath, HostPort, Image, Images, InitContainerStatuses, InitContainers, InitialDelaySeconds, Iqn,
    Iscsi, JobTemplate, Key, Kind, KubeletVersion, LabelSelector, Labels, LastHeartbeatTime, LastState, LastTransitionTime,
    Lifecycle, Limits, Local, MatchExpressions, MatchFields, MatchLabelExpressions, MatchLabelKeys, MatchLabels, Max, MaxReplicaCount,
    MaxReplicas, MaxSkew, MaxSurge, MaxUnavailable, Medium, Message, Metadata, Min, MinAvailable, MinDomains, MinReadySeconds,
    MinReplicaCount, MinReplicas, Name, Names, Namespace, NamespaceSelector, Namespaces, NodeAffinity, NodeAffinityPolicy,
    NodeInfo, NodeName, NodeSelector, NodeSelectorTerms, NodeTaintsPolicy, NumberReady, ObservedGeneration, OnPodConditions,
    Operations, Operator, Ordinals, Overhead, OwnerReferences, Parallelism, Partition, Path, Paused, PdName,
    PersistentVolumeClaim, PersistentVolumeName, Phase, PodAffinity, PodAffinityTerm, PodAntiAffinity, PodFailurePolicy,
    PodManagementPolicy, PodReplacementPolicy, Port, Ports, PreStop, PreemptionPolicy, Preference,
    PreferredDuringSchedulingIgnoredDuringExecution, Priority, PriorityClassName, Protocol, Provisioner, Rbd, ReadOnly,
    ReadinessGates, ReadinessProbe, ReadyReplicas, Reason, Replicas, Requests, Required,
    RequiredDuringSchedulingIgnoredDuringExecution, ResourceClaims, Resources, RestartCount, RestartPolicy, RollingUpdate,
    Rules, Running, ScaleTargetRef, SchedulerName, SchedulingGates, ScopeSelector, Scopes, Seconds, Selector, Service,
    SizeBytes, SizeLimit, Sleep, Source, Spec, Start, StartTime, StartedAt, State, Status, StorageClassName, Strategy, Suspend,
    Taints, TargetPort, Template, Terminated, TerminationGracePeriodSeconds, TimeAdded, TimeoutSeconds, Tolerations, TopologyKey,
    TopologySpreadConstraints, Type, UnhealthyPodEvictionPolicy, Unschedulable, UpdateRevision, UpdateStrategy,
    UpdatedNumberScheduled, UpdatedReplicas, Used, Value, Values, VolumeBindingMode, VolumeClaimTemplates, VolumeHandle,
    VolumeID, VolumeMounts, VolumeName, Volumes, Waiting, Webhooks, Weight, WhenUnsatisfiable,
}
