using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Cases;

/// <summary>The cases that stand beside a rule and travel with it in its assembly.</summary>
public static class RuleCases
{
    /// <summary>The cases of a rule in the order of their file; empty when it has no file.</summary>
    public static IReadOnlyList<RuleCase> Of(Rule rule)
    {
        var assembly = rule.GetType().Assembly;
        var file = assembly.GetManifestResourceNames()
            .SingleOrDefault(name => name.EndsWith($"/{rule.GetType().Name}.yaml", StringComparison.Ordinal));
        if (file is null)
        {
            return [];
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
        return RuleCaseReader.Read(rule.Descriptor.Name, $"src/Rules/{file}", reader.ReadToEnd());
    }
}
