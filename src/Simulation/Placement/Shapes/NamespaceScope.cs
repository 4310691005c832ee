using System.Collections.Immutable;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>The namespaces that a term of pod affinity looks into.</summary>
internal sealed class NamespaceScope : IEquatable<NamespaceScope>
{
    private NamespaceScope(bool isAll, ImmutableArray<string> names) => (IsAll, Names) = (isAll, names);

    public static NamespaceScope All { get; } = new(isAll: true, []);

    public bool IsAll { get; }

    /// <summary>The names in order; empty when all are meant.</summary>
    public ImmutableArray<string> Names { get; }

    public static NamespaceScope Of(IEnumerable<string> names) =>
        new(isAll: false, [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    public bool Includes(string name) => IsAll || Names.BinarySearch(name, StringComparer.Ordinal) >= 0;

    public bool Equals(NamespaceScope? other) =>
        other is not null && IsAll == other.IsAll && Names.AsSpan().SequenceEqual(other.Names.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as NamespaceScope);

    public override int GetHashCode() => HashCode.Combine(IsAll, Names.Length, Names.FirstOrDefault());
}
