using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>One requirement of a label selector or of a node selector term.</summary>
public sealed record SelectorRequirement(string Key, SelectorOperator Operator, ImmutableArray<string> Values)
{
    /// <summary>Whether the labels meet the requirement.</summary>
    public bool Matches(LabelSet labels) => Matches(labels.Find(Key));

    /// <summary>Whether a value, null when absent, meets the requirement.</summary>
    public bool Matches(string? value) => Operator switch
    {
        SelectorOperator.In => value is not null && Values.Contains(value, StringComparer.Ordinal),
        SelectorOperator.NotIn => value is null || !Values.Contains(value, StringComparer.Ordinal),
        SelectorOperator.Exists => value is not null,
        SelectorOperator.DoesNotExist => value is null,
        SelectorOperator.Gt => Compare(value) is > 0,
        SelectorOperator.Lt => Compare(value) is < 0,
        SelectorOperator.Unknown => false,
        _ => throw new InvalidOperationException($"operator {Operator}"),
    };

    /// <inheritdoc/>
    public bool Equals(SelectorRequirement? other) =>
        other is not null && Key == other.Key && Operator == other.Operator && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Operator, Values.FirstOrDefault());

    /// <summary>Writes the requirement as kubectl's selector syntax does.</summary>
    public override string ToString() => Operator switch
    {
        SelectorOperator.Exists => Key,
        SelectorOperator.DoesNotExist => "!" + Key,
        SelectorOperator.Gt => $"{Key}>{Values.FirstOrDefault()}",
        SelectorOperator.Lt => $"{Key}<{Values.FirstOrDefault()}",
        _ => $"{Key} {Operator.ToString().ToLowerInvariant()} ({string.Join(",", Values)})",
    };

    private int? Compare(string? value) =>
        long.TryParse(value, out var left) && Values is [var only] && long.TryParse(only, out var right) ? left.CompareTo(right) : null;
}
