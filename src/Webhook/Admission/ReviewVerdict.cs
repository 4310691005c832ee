using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>What the rules say of a request.</summary>
internal sealed record ReviewVerdict
{
    /// <summary>The object of the request.</summary>
    public required ObjectReference Subject { get; init; }

    /// <summary>The scan of the cluster with the object put in, with what could not be evaluated.</summary>
    public required Evaluation Evaluation { get; init; }

    /// <summary>The findings that the request makes or changes, those on other objects included.</summary>
    public required IReadOnlyList<Finding> New { get; init; }

    /// <summary>The findings on the object that were there before and stay as they were.</summary>
    public required IReadOnlyList<Finding> Old { get; init; }

    /// <summary>Whether a finding is on the object of the request.</summary>
    public bool IsOwn(Finding finding) => finding.Object.Kind == Subject.Kind && finding.Object.Name == Subject.Name;
}
