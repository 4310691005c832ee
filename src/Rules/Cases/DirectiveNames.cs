using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Cases;

/// <summary>Directives by the name that a case writes.</summary>
internal static class DirectiveNames
{
    private static readonly Dictionary<string, CaseDirective> ByName =
        Enum.GetValues<CaseDirective>().ToDictionary(directive => RuleNames.OfClass(directive.ToString()), StringComparer.Ordinal);

    public static CaseDirective? Find(string name) => ByName.TryGetValue(name, out var directive) ? directive : null;
}
