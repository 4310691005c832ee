using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>The shapes of all pods, replacements and templates of a cluster. Complete once made, so that threads can share it.</summary>
internal sealed class ShapeCatalog
{
    private readonly Dictionary<ShapeKey, PodShape> _byKey = [];
    private readonly List<PodShape> _all = [];
    private readonly LabelReducer _labels;
    private readonly ShapeFactory _factory;
    private readonly Replacements _replacements;

    public ShapeCatalog(ClusterSnapshot snapshot, SchedulerSettings settings)
    {
        _labels = new(snapshot);
        _factory = new(snapshot, settings);
        _replacements = new(snapshot);
        foreach (var pod in snapshot.Pods)
        {
            Add(Existing(pod));
            Add(Replacement(pod));
        }

        foreach (var controller in snapshot.Namespaces.Values.SelectMany(contents => contents.Controllers.Concat(contents.Workloads)))
        {
            Add(Template(controller));
        }

        _byKey.TrimExcess();
        _all.TrimExcess();
    }

    public IReadOnlyList<PodShape> All => _all;

    public static ShapeSubject Existing(Pod pod) => new()
    {
        Namespace = pod.Metadata.Namespace ?? "",
        PodName = pod.Metadata.Name,
        Labels = pod.Metadata.Labels,
        Spec = pod.Spec,
        Owner = pod.Metadata.Controller,
        Resized = pod.NodeName is not null && pod.ContainerStatuses.Any(status => status.ResizedRequests is not null) ? pod : null,
    };

    public ShapeSubject Replacement(Pod pod) => new()
    {
        Namespace = pod.Metadata.Namespace ?? "",
        PodName = pod.Metadata.Name,
        Labels = _replacements.LabelsFor(pod),
        Spec = _replacements.SpecFor(pod),
        Owner = pod.Metadata.Controller,
        IsNew = true,
    };

    public static ShapeSubject Template(Workload workload) => new()
    {
        Namespace = workload.Metadata.Namespace ?? "",
        PodName = workload.Metadata.Name,
        Labels = workload.Template.Labels,
        Spec = workload.Template.Spec,
        Owner = new(workload.ApiVersion, workload.Kind, workload.Metadata.Name),
        AssignedNode = workload.Template.NodeName,
        IsNew = true,
        ClaimsOf = workload.VolumeClaimTemplates.IsEmpty ? null : workload,
    };

    public PodShape Find(ShapeSubject subject) =>
        _byKey.TryGetValue(new(subject, Reduced(subject)), out var shape)
            ? shape
            : throw new ArgumentException($"{subject.Namespace}/{subject.PodName} is not in the snapshot of this catalog", nameof(subject));

    private void Add(ShapeSubject subject)
    {
        var reduced = Reduced(subject);
        var key = new ShapeKey(subject, reduced);
        if (!_byKey.ContainsKey(key))
        {
            var shape = _factory.Make(subject, reduced);
            shape.Id = _all.Count;
            _all.Add(shape);
            _byKey[key] = shape;
        }
    }

    private LabelSet Reduced(ShapeSubject subject) => _labels.Reduce(subject.Labels);
}
