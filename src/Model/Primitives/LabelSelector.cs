using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>A selector of metav1: all labels and all requirements must match; an empty one matches everything.</summary>
/// <remarks>An absent (null) selector is the caller's to judge: a budget without selector selects nothing.</remarks>
public sealed record LabelSelector(LabelSet MatchLabels, ImmutableArray<SelectorRequirement> MatchExpressions)
{
    /// <summary>The selector <c>{}</c>, which matches everything.</summary>
    public static LabelSelector Everything { get; } = new(LabelSet.Empty, []);

    /// <summary>Whether the selector is <c>{}</c>.</summary>
    public bool IsEmpty => MatchLabels.Count == 0 && MatchExpressions.Length == 0;

    /// <summary>Whether the labels meet the selector.</summary>
    public bool Matches(LabelSet labels)
    {
        foreach (var (key, value) in MatchLabels.Pairs)
        {
            if (!string.Equals(labels.Find(key), value, StringComparison.Ordinal))
            {
                return false;
            }
        }

        foreach (var requirement in MatchExpressions)
        {
            if (!requirement.Matches(labels))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public bool Equals(LabelSelector? other) =>
        other is not null && MatchLabels.Equals(other.MatchLabels) && MatchExpressions.AsSpan().SequenceEqual(other.MatchExpressions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(MatchLabels, MatchExpressions.FirstOrDefault());

    /// <summary>Writes the selector as kubectl's selector syntax does; <c>{}</c> when it is empty.</summary>
    public override string ToString() =>
        IsEmpty ? "{}" : string.Join(",", MatchLabels.Select(pair => $"{pair.Key}={pair.Value}").Concat(MatchExpressions.Select(e => e.ToString())));
}
