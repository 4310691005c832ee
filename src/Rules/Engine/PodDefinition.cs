using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>What says how pods look: the template of a workload, or a pod that nobody controls.</summary>
public sealed class PodDefinition
{
    private ImmutableArray<PlacedContainer> _running;
    private ImmutableArray<PlacedContainer> _all;

    /// <summary>The workload or the pod.</summary>
    public required IResource Object { get; init; }

    /// <summary>The workload; null for a pod that nobody controls.</summary>
    public Workload? Workload { get; init; }

    /// <summary>What the pods look like.</summary>
    public required PodTemplate Template { get; init; }

    /// <summary>The field that holds the template: <c>spec.template</c>, deeper for a CronJob, empty for a pod.</summary>
    public required string Path { get; init; }

    /// <summary>The pod specification.</summary>
    public PodSpec Spec => Template.Spec;

    /// <summary>Whether a DaemonSet makes the pods, which a drain leaves where they are.</summary>
    public bool IsDaemonSet => Workload?.Type == WorkloadKind.DaemonSet;

    /// <summary>Whether the pods run to an end.</summary>
    public bool IsJob => Workload?.Type is WorkloadKind.Job or WorkloadKind.CronJob;

    /// <summary>Reads a workload or a pod without controller; null for anything else, and for the mirror of a static pod.</summary>
    public static PodDefinition? Of(IResource resource) => resource switch
    {
        Workload { Type: WorkloadKind.CronJob } w => new() { Object = w, Workload = w, Template = w.Template, Path = "spec.jobTemplate.spec.template" },
        Workload w => new() { Object = w, Workload = w, Template = w.Template, Path = "spec.template" },
        Pod { Metadata.Controller: null, IsMirror: false } p => new()
        {
            Object = p,
            Template = new(p.Metadata.Labels, p.Metadata.Annotations, p.Spec, p.NodeName) { Finalizers = p.Metadata.Finalizers },
            Path = "",
        },
        _ => null,
    };

    /// <summary>The path of a field of the pod specification, for example <c>spec.template.spec.volumes</c>.</summary>
    public string SpecField(string field) => Field($"spec.{field}");

    /// <summary>The path of a field of the template, for example <c>spec.template.metadata.finalizers</c>.</summary>
    public string Field(string field) => Path.Length == 0 ? field : $"{Path}.{field}";

    /// <summary>The containers that run side by side, sidecars included, each with its path.</summary>
    public ImmutableArray<PlacedContainer> RunningContainers() => !_running.IsDefault ? _running
        : _running = Spec.InitContainers.IsEmpty
            ? Placed(Spec.Containers, "containers")
            : [.. Placed(Spec.Containers, "containers"), .. Placed(Spec.InitContainers, "initContainers").Where(each => each.Container.IsSidecar)];

    /// <summary>All containers, init containers last, each with its path.</summary>
    public ImmutableArray<PlacedContainer> AllContainers() => Spec.InitContainers.IsEmpty ? RunningContainers()
        : !_all.IsDefault ? _all
        : _all = [.. RunningContainers(), .. Placed(Spec.InitContainers, "initContainers").Where(each => !each.Container.IsSidecar)];

    /// <summary>The pods that exist, those that have ended or are ending included, by name.</summary>
    public ImmutableArray<Pod> Pods(RuleContext context) => Object is Pod pod ? [pod] : context.Around(Object).PodsOf(Workload!);

    /// <summary>The pods that exist and have not ended, by name.</summary>
    public IEnumerable<Pod> LivePods(RuleContext context) => Pods(context).Where(IsLive);

    /// <summary>Whether a pod has not ended and is not about to.</summary>
    internal static bool IsLive(Pod pod) => !pod.IsFinished && !pod.IsTerminating;

    /// <summary>Whether no pods are meant to exist: scaled to zero for good, suspended or finished.</summary>
    public bool IsIdle(RuleContext context) =>
        Object is Pod { IsFinished: true }
        || Workload switch
        {
            { HasReplicas: true, Replicas: 0 } workload => context.Around(Object).AutoscalerOf(workload) is not { IsScaledObject: true },
            { Type: WorkloadKind.Job or WorkloadKind.CronJob, IsPaused: true } => true,
            { Type: WorkloadKind.Job, Status: { IsProgressing: false } } => true,
            _ => false,
        };

    private ImmutableArray<PlacedContainer> Placed(ImmutableArray<Container> containers, string list)
    {
        var placed = new PlacedContainer[containers.Length];
        for (var i = 0; i < placed.Length; i++)
        {
            placed[i] = new(containers[i], this, list, i);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(placed);
    }
}
