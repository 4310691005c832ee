using RiskAnalyzer.Hosting.Documents;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Hosting.Policies;

/// <summary>Reads the fields of a policy file. What they mean is judged later.</summary>
internal static class PolicyDocumentReader
{
    /// <summary>Reads a whole document.</summary>
    public static PolicyDocument Read(DocumentReader root, string file)
    {
        var metadata = root.Group("metadata");
        var spec = root.Group("spec");
        var document = new PolicyDocument
        {
            ApiVersion = root.Text("apiVersion"),
            Kind = root.Text("kind"),
            Name = metadata?.Text("name"),
            Profile = spec?.Text("profile"),
            Rules = RulesIn(spec),
            Namespaces = [.. (spec?.Groups("namespaces") ?? []).Select(NamespaceIn)],
            Exemptions = [.. (spec?.Groups("exemptions") ?? []).Select(ExemptionIn)],
            File = file,
        };
        root.Finish();
        metadata?.Finish();
        spec?.Finish();
        return document;
    }

    private static IReadOnlyList<RuleSection> RulesIn(DocumentReader? parent) =>
        [.. (parent?.Group("rules")?.Entries() ?? []).Select(entry => RuleIn(entry.Key, entry.Value))];

    private static RuleSection RuleIn(string name, DocumentReader fields)
    {
        var section = new RuleSection
        {
            Rule = name,
            Enabled = fields.Flag("enabled"),
            Severity = fields.Text("severity"),
            AtAdmission = fields.Text("atAdmission"),
            Parameters = fields.Group("parameters")?.Values() ?? [],
        };
        fields.Finish();
        return section;
    }

    private static NamespaceDocument NamespaceIn(DocumentReader fields)
    {
        var section = new NamespaceDocument { Names = fields.Texts("names"), Selector = fields.Text("selector"), Rules = RulesIn(fields) };
        fields.Finish();
        return section;
    }

    private static ExemptionDocument ExemptionIn(DocumentReader fields)
    {
        var objects = fields.Group("objects");
        var exemption = new ExemptionDocument
        {
            Rule = fields.Text("rule"),
            ObjectKind = objects?.Text("kind"),
            ObjectNamespace = objects?.Text("namespace"),
            ObjectName = objects?.Text("name"),
            Selector = objects?.Text("selector"),
            Reason = fields.Text("reason"),
            Owner = fields.Text("owner"),
            Until = fields.Text("until"),
            Line = fields.Line,
        };
        objects?.Finish();
        fields.Finish();
        return exemption;
    }
}
