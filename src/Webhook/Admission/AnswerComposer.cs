using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Turns a verdict into an answer, by what the policy says that each rule does at admission.</summary>
internal sealed class AnswerComposer(RuleCatalog catalog, AdmissionMetrics metrics)
{
    private const string Self = "riskanalyzer";

    /// <summary>Composes the answer.</summary>
    /// <param name="verdict">What the rules say.</param>
    /// <param name="policy">What is in force in the namespace of the object.</param>
    /// <param name="policyName">The name of the policy, for denials.</param>
    /// <param name="blindness">Why the cluster is not known; null when it is.</param>
    public AdmissionAnswer Compose(ReviewVerdict verdict, NamespacePolicy policy, string policyName, string? blindness)
    {
        var isLate = CountNotEvaluated(verdict.Evaluation);
        return verdict is { New.Count: 0, Old.Count: 0, Evaluation.Failed.Count: 0 } && blindness is null && !isLate
            ? AdmissionAnswer.Silent
            : Say(verdict, policy, policyName, blindness, isLate);
    }

    private AdmissionAnswer Say(ReviewVerdict verdict, NamespacePolicy policy, string policyName, string? blindness, bool isLate)
    {
        var warnings = new WarningList(verdict.Subject);
        var denials = new List<Finding>();
        foreach (var finding in verdict.New)
        {
            Count(finding, EffectOf(finding));
        }

        var known = verdict.Old.Count == 0 ? [] : Known(verdict, policy);
        if (known.Length > 0)
        {
            warnings.Notice($"{Self}: {WarningText.NameOf(verdict.Subject.Kind, verdict.Subject.Namespace, verdict.Subject.Name)}: as before this change: {string.Join(", ", known)}");
        }

        foreach (var finding in verdict.Old)
        {
            Count(finding, finding.Exemption is null ? "known" : "exempted");
        }

        SayWhatWasNotEvaluated(verdict.Evaluation, blindness, isLate, warnings);
        var lines = warnings.Lines();
        return new()
        {
            Denial = denials.Count == 0 ? null : $"policy {WarningText.Clean(policyName)} denies: {string.Join(" | ", denials.Select(WarningText.Of))}",
            Warnings = lines,
            AuditAnnotations = AuditNotes.Of(verdict, blindness),
            Decision = denials.Count > 0 ? "denied" : lines.Count > 0 ? "warned" : "clean",
        };

        string EffectOf(Finding finding)
        {
            switch (finding.Exemption is null ? ModeOf(finding, policy) : (AdmissionMode?)null)
            {
                case null:
                    return "exempted";
                case AdmissionMode.Audit:
                    return "audited";

                // Whether the namespace or an owner exempts the object cannot be known without the cluster, so nothing is denied then.
                case AdmissionMode.Enforce when blindness is null:
                    denials.Add(finding);
                    return "denied";
                default:
                    warnings.Add(finding);
                    return "warned";
            }
        }
    }

    private AdmissionMode ModeOf(Finding finding, NamespacePolicy policy) => catalog.Find(finding.Rule) is { } rule ? policy.Of(rule).AtAdmission : AdmissionMode.Warn;

    private string[] Known(ReviewVerdict verdict, NamespacePolicy policy) =>
        [.. verdict.Old.Where(finding => finding.Exemption is null && ModeOf(finding, policy) != AdmissionMode.Audit).Select(finding => finding.Rule).Distinct()];

    private void Count(Finding finding, string effect) => metrics.Found(finding.Rule, finding.Object.Kind, effect);

    /// <summary>Counts the rules that have no verdict; whether that is because the time was up.</summary>
    private bool CountNotEvaluated(Evaluation evaluation)
    {
        var isLate = false;
        foreach (var rule in evaluation.NotEvaluated)
        {
            metrics.NotEvaluated(rule.Rule);
            isLate |= rule.Reason == RuleEngine.TimeIsUp;
        }

        foreach (var failed in evaluation.Failed)
        {
            metrics.RuleFailed(failed.Rule);
        }

        return isLate;
    }

    private static void SayWhatWasNotEvaluated(Evaluation evaluation, string? blindness, bool isLate, WarningList warnings)
    {
        if (blindness is not null)
        {
            warnings.Notice($"{Self}: rules about other objects were not evaluated: the view of the cluster {blindness}");
        }

        if (isLate)
        {
            warnings.Notice($"{Self}: some rules were not evaluated: the time for an answer was up");
        }

        if (evaluation.Failed.Count > 0)
        {
            warnings.Notice($"{Self}: not evaluated because of an internal error: {string.Join(", ", evaluation.Failed.Select(each => each.Rule).Distinct())}");
        }
    }
}
