using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Placement;

namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>Numbers and joins the objects of a snapshot.</summary>
internal sealed class InputBuilder(ClusterSnapshot snapshot, PlacementCatalog placement, ObservedHistory observed)
{
    // Removed by the Job controller within about a second, so it holds nothing up.
    private const string JobTrackingFinalizer = "batch.kubernetes.io/job-tracking";

    private readonly List<InitialPod> _pods = [];
    private readonly List<ControllerInfo> _controllers = [];
    private readonly List<BudgetInfo> _budgets = [];
    private readonly List<ObjectReference> _workloads = [];
    private readonly Dictionary<Workload, int> _workloadNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Namespace, OwnerReference Owner), int> _controllerNumbers = [];
    private readonly Dictionary<(string, OwnerReference), List<Pod>> _siblings = [];
    private readonly Dictionary<ClassKey, PodClass> _classes = [];

    public SimulationInput Build()
    {
        foreach (var contents in snapshot.Namespaces.Values)
        {
            AddNamespace(contents);
        }

        return new()
        {
            Snapshot = snapshot,
            Placement = placement,
            Pods = [.. _pods],
            Controllers = [.. _controllers],
            Budgets = [.. _budgets],
            Workloads = [.. _workloads],
            Classes = [.. _classes.Values],
        };
    }

    private void AddNamespace(NamespaceSnapshot contents)
    {
        var budgetNumbers = new Dictionary<PodDisruptionBudget, int>(ReferenceEqualityComparer.Instance);
        foreach (var budget in contents.Budgets)
        {
            budgetNumbers[budget] = _budgets.Count;
            _budgets.Add(BudgetCounter.Count(budget, contents));
        }

        foreach (var pod in contents.Pods)
        {
            if (pod.Metadata.Controller is { } owner)
            {
                if (!_siblings.TryGetValue((contents.Name, owner), out var siblings))
                {
                    _siblings[(contents.Name, owner)] = siblings = [];
                }

                siblings.Add(pod);
            }
        }

        foreach (var pod in contents.Pods)
        {
            _pods.Add(new(
                pod,
                ClassOf(pod, contents, budgetNumbers),
                placement.ShapeOf(pod),
                pod.NodeName is null ? -1 : placement.IndexOf(pod.NodeName),
                OrdinalOf(pod)));
        }
    }

    private PodClass ClassOf(Pod pod, NamespaceSnapshot contents, Dictionary<PodDisruptionBudget, int> budgetNumbers)
    {
        var controller = ControllerOf(pod, contents);
        var finalized = pod.Metadata.Finalizers.Any(f => f != JobTrackingFinalizer);
        var key = new ClassKey(contents.Name, controller, pod.Spec, pod.Metadata.Labels, pod.Metadata.Annotations, finalized);
        if (_classes.TryGetValue(key, out var known))
        {
            return known;
        }

        var workload = contents.WorkloadOf(pod) is { } top ? NumberOf(top) : -1;
        return _classes[key] = new()
        {
            Number = _classes.Count,
            Spec = pod.Spec,
            Namespace = contents.Name,
            Labels = pod.Metadata.Labels,
            Annotations = pod.Metadata.Annotations,
            IsNamespaceTerminating = contents.Object is { IsTerminating: true },
            Controller = controller,
            Workload = workload,
            Budgets = [.. contents.BudgetsSelecting(pod.Metadata.Labels).Select(budget => budgetNumbers[budget])],
            Replacement = placement.ReplacementShapeOf(pod),
            GraceSeconds = pod.Spec.GraceSeconds,
            Shutdown = ShutdownOf(pod, workload),
            Startup = StartupOf(pod, contents.Name, workload),
            IsHeldByFinalizer = finalized,
            ExclusiveClaims = ExclusiveClaimsOf(pod, contents),
        };
    }

    private int ControllerOf(Pod pod, NamespaceSnapshot contents)
    {
        if (pod.Metadata.Controller is not { } owner || owner.Kind == "Node")
        {
            return -1;
        }

        if (!_controllerNumbers.TryGetValue((contents.Name, owner), out var number))
        {
            var found = contents.FindController(owner.Kind, owner.Name);
            var policy = ControllerInfo.PolicyOf(found, owner);
            _controllerNumbers[(contents.Name, owner)] = number = _controllers.Count;
            _controllers.Add(new()
            {
                Reference = new(owner.ApiVersion, owner.Kind, contents.Name, owner.Name),
                Policy = policy,
                Desired = DesiredOf(found, policy, _siblings[(contents.Name, owner)]),
                EndsAfterSeconds = EndOf(found),
                FailureLimit = LimitOf(found),
                MinReadySeconds = found?.MinReadySeconds ?? 0,
                FirstOrdinal = found?.FirstOrdinal ?? 0,
            });
        }

        return number;
    }

    // Where the replacement waits for the end of the old pod, one that is being deleted still has to be made up for.
    private static int DesiredOf(Workload? controller, ReplacementPolicy policy, List<Pod> pods) =>
        controller is { HasReplicas: true } ? controller.Replicas
        : pods.Count(pod => !pod.IsFinished && (policy == ReplacementPolicy.AfterEndInParallel || !pod.IsTerminating));

    // A Job starts when it is made, unless it was suspended.
    private double? EndOf(Workload? controller) =>
        controller is { Job.ActiveDeadlineSeconds: { } deadline, IsPaused: false, Metadata.CreatedAt: { } start }
            ? Math.Max(0, (start - snapshot.CapturedAt).TotalSeconds + deadline)
            : null;

    // Failures that its policy ignores do not count.
    private static FailureLimit? LimitOf(Workload? controller) =>
        controller is { Type: WorkloadKind.Job, Job: { IgnoresDisruptions: false, EffectiveBackoffLimit: { } most } }
            ? new(most, controller.Status?.Failed ?? 0)
            : null;

    private int NumberOf(Workload workload)
    {
        if (!_workloadNumbers.TryGetValue(workload, out var number))
        {
            _workloadNumbers[workload] = number = _workloads.Count;
            _workloads.Add(workload.Reference);
        }

        return number;
    }

    private ShutdownKnowledge ShutdownOf(Pod pod, int workload)
    {
        if (KnownAnnotations.Seconds(pod.Metadata.Annotations, KnownAnnotations.ShutdownSeconds) is { } stated)
        {
            return new(stated, "annotation");
        }

        return workload >= 0 && observed.ShutdownSeconds.TryGetValue(_workloads[workload].ToString(), out var seen)
            ? new(seen, "observed")
            : new(null, "default");
    }

    private StartupKnowledge StartupOf(Pod pod, string @namespace, int workload)
    {
        var pods = pod.Metadata.Controller is { } owner ? _siblings[(@namespace, owner)] : [pod];
        var seen = workload >= 0 && observed.StartupSeconds.TryGetValue(_workloads[workload].ToString(), out var seconds) ? seconds : (double?)null;
        return StartupLearner.Learn(pods, pod.Spec, KnownAnnotations.Seconds(pod.Metadata.Annotations, KnownAnnotations.StartupSeconds), seen);
    }

    private static string[] ExclusiveClaimsOf(Pod pod, NamespaceSnapshot contents)
    {
        var claims = pod.Spec.Volumes
            .Where(volume => volume.Kind is VolumeKind.PersistentVolumeClaim)
            .Select(volume => volume.Source)
            .Where(name => contents.FindClaim(name) is { IsExclusive: true });
        return [.. claims];
    }

    private static int OrdinalOf(Pod pod) =>
        pod.Metadata.Controller is { Kind: "StatefulSet" }
        && int.TryParse(pod.Metadata.Name.AsSpan(pod.Metadata.Name.LastIndexOf('-') + 1), out var ordinal) ? ordinal : -1;

    private readonly record struct ClassKey(
        string Namespace, int Controller, PodSpec Spec, LabelSet Labels, LabelSet Annotations, bool Finalized);
}
