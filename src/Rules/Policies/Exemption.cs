using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>An exemption of a policy file in use: a rule, exact objects or a selector, a reason, an owner and an end.</summary>
internal sealed record Exemption
{
    public required string Rule { get; init; }

    public string? Kind { get; init; }

    public string? Namespace { get; init; }

    public string? Name { get; init; }

    public LabelSelector? Selector { get; init; }

    public required string Reason { get; init; }

    public required string Owner { get; init; }

    /// <summary>The last day on which it holds, in UTC.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The field of the policy file, such as <c>spec.exemptions[0]</c>.</summary>
    public required string Field { get; init; }

    public SourceLocation Source { get; init; }

    /// <summary>Makes an exemption of a document that the validator has accepted.</summary>
    public static Exemption Of(ExemptionDocument document, int index, string? file) => new()
    {
        Rule = document.Rule!,
        Kind = document.ObjectKind,
        Namespace = document.ObjectNamespace,
        Name = document.ObjectName,
        Selector = document.Selector is null ? null : SelectorText.Parse(document.Selector, out _),
        Reason = document.Reason!,
        Owner = document.Owner!,
        Until = PolicyWords.DayOf(document.Until)!.Value,
        Field = $"spec.exemptions[{index}]",
        Source = new(file, document.Line),
    };

    /// <summary>Whether the exemption is about an object. A part that is not said is no condition; nothing matches by prefix.</summary>
    public bool Covers(IResource subject) =>
        (Kind is null || Kind == subject.Kind)
        && (Namespace is null || Namespace == subject.Namespace)
        && (Name is null || Name == subject.Name)
        && (Selector is null || Selector.Matches(subject.Metadata.Labels));
}
