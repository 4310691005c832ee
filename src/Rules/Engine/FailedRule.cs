using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>A rule that threw on an object; everything else went on.</summary>
public sealed record FailedRule(string Rule, ObjectReference Object, string How);
