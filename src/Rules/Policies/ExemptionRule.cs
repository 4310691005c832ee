using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>A rule about exemptions. The engine asks these last, when it is known what each exemption covered.</summary>
public abstract class ExemptionRule : Rule
{
    /// <summary>Judges one exemption.</summary>
    public abstract RuleOutcome Check(DeclaredExemption exemption, RuleContext context);

    internal sealed override IEnumerable<IResource> Subjects(RuleContext context) => [];

    internal sealed override bool IsAbout(IResource resource) => resource is DeclaredExemption;

    internal sealed override RuleOutcome Judge(IResource subject, RuleContext context) => Check((DeclaredExemption)subject, context);
}
