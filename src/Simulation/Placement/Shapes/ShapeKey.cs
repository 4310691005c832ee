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
    private readonly Rarity? _rarity;

    public ShapeKey(ShapeSubject subject, LabelSet reducedLabels)
    {
        var hasOwnClaims = subject.Spec.Volumes.Any(volume => volume.Kind == VolumeKind.Ephemeral);
        _spec = subject.Spec;
        _labels = reducedLabels;
        _namespace = subject.Namespace;
        _owner = subject.Owner;
        _rarity = hasOwnClaims || subject.AssignedNode is not null || subject.Resized is not null || subject.ClaimsOf is not null
            ? new(subject.AssignedNode, hasOwnClaims ? $"{subject.PodName}/{subject.IsNew}" : null, subject.Resized, subject.ClaimsOf)
            : null;
    }

    public bool Equals(ShapeKey other) =>
        ReferenceEquals(_spec, other._spec) && _labels.Equals(other._labels) && _namespace == other._namespace && _owner == other._owner
        && Equals(_rarity, other._rarity);

    public override int GetHashCode() =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(_spec), _labels, _namespace, _owner, _rarity);

    // What few subjects have; the objects by reference, as specifications are.
    private sealed class Rarity(string? assignedNode, string? podName, Pod? resized, Workload? claimsOf) : IEquatable<Rarity>
    {
        private readonly (string? AssignedNode, string? PodName) _names = (assignedNode, podName);
        private readonly (Pod? Resized, Workload? ClaimsOf) _objects = (resized, claimsOf);

        public bool Equals(Rarity? other) =>
            other is not null && _names == other._names
            && ReferenceEquals(_objects.Resized, other._objects.Resized) && ReferenceEquals(_objects.ClaimsOf, other._objects.ClaimsOf);

        public override bool Equals(object? obj) => Equals(obj as Rarity);

        public override int GetHashCode() => _names.GetHashCode();
    }
}
