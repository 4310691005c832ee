using System.Runtime.CompilerServices;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>What tells apart the subjects of shapes; specifications by reference, which is fast and misses few equals.</summary>
internal readonly record struct ShapeKey
{
    private readonly PodSpec _spec;
    private readonly LabelSet _labels;
    private readonly string _namespace;
    private readonly OwnerReference? _owner;
    private readonly string? _assignedNode;
    private readonly string? _podName;
    private readonly Pod? _resized;
    private readonly Workload? _claimsOf;

    public ShapeKey(ShapeSubject subject, LabelSet reducedLabels)
    {
        var hasOwnClaims = subject.Spec.Volumes.Any(volume => volume.Kind == VolumeKind.Ephemeral);
        _spec = subject.Spec;
        _labels = reducedLabels;
        _namespace = subject.Namespace;
        _owner = subject.Owner;
        _assignedNode = subject.AssignedNode;
        _podName = hasOwnClaims ? $"{subject.PodName}/{subject.IsNew}" : null;
        _resized = subject.Resized;
        _claimsOf = subject.ClaimsOf;
    }

    public bool Equals(ShapeKey other) =>
        ReferenceEquals(_spec, other._spec) && _labels.Equals(other._labels) && _namespace == other._namespace && _owner == other._owner
        && _assignedNode == other._assignedNode && _podName == other._podName
        && ReferenceEquals(_resized, other._resized) && ReferenceEquals(_claimsOf, other._claimsOf);

    public override int GetHashCode() =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(_spec), _labels, _namespace, _owner, _podName, _resized is null);
}
