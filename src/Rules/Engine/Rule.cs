using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>One risk that can be found. Rules are discovered by type; derive from <see cref="Rule{T}"/>.</summary>
public abstract class Rule
{
    /// <summary>Name, severity, texts and needs.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>What a policy may set, with defaults, ranges and sources.</summary>
    public virtual IReadOnlyList<RuleParameter> Parameters => [];

    /// <summary>The objects that the rule is asked about, in a stable order.</summary>
    internal abstract IEnumerable<IResource> Subjects(RuleContext context);

    /// <summary>Whether the rule is about objects of this kind.</summary>
    internal abstract bool IsAbout(IResource resource);

    /// <summary>Judges one of the rule's subjects.</summary>
    internal abstract RuleOutcome Judge(IResource subject, RuleContext context);
}
