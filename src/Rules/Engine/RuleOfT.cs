using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>A rule about one kind of object. It may look at the whole cluster but reports only on the object it was given.</summary>
/// <typeparam name="T">The kind of object.</typeparam>
public abstract class Rule<T> : Rule
    where T : class, IResource
{
    /// <summary>Judges one object.</summary>
    public abstract RuleOutcome Check(T subject, RuleContext context);

    internal sealed override IEnumerable<IResource> Subjects(RuleContext context) => RuleSubjects.Of<T>(context.Cluster);

    internal sealed override bool IsAbout(IResource resource) => resource is T;

    internal sealed override RuleOutcome Judge(IResource subject, RuleContext context) => Check((T)subject, context);
}
