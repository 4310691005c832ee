using RiskAnalyzer.Hosting.Documents;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Reads maintenance plans, from a file or from options.</summary>
public static class PlanLoader
{
    /// <summary>The version that a plan must have.</summary>
    public const string ApiVersion = "riskanalyzer.io/v1";

    /// <summary>The kind that a plan must have.</summary>
    public const string Kind = "MaintenancePlan";

    /// <summary>The plan that is taken when none is given: every schedulable worker, one at a time, with kubectl.</summary>
    public static PlanDraft Default { get; } = FromOptions(new());

    /// <summary>Reads a plan file.</summary>
    /// <param name="text">What it holds, YAML or JSON.</param>
    /// <param name="file">The file as the user named it.</param>
    public static PlanDraft FromFile(string text, string file)
    {
        var mistakes = new MistakeList();
        var document = PlanDocumentReader.Read(text, mistakes);
        if (document is not null)
        {
            DocumentHeader.Expect(mistakes, "apiVersion", document.ApiVersion, ApiVersion);
            DocumentHeader.Expect(mistakes, "kind", document.Kind, Kind);
        }

        return new(document ?? new(), mistakes, mistake => mistake.In(file));
    }

    /// <summary>Takes a plan from options; a mistake names the option.</summary>
    public static PlanDraft FromOptions(MaintenancePlanDocument document) => new(document, new(), mistake => $"{PlanOptions.Of(mistake.Path)}: {mistake.Message}");
}
