using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>A rule about what pods look like, asked about topmost workloads and about pods that nobody controls.</summary>
/// <remarks>Objects of which no pods are meant to exist are never asked about: see <see cref="PodDefinition.IsIdle"/>.</remarks>
public abstract class PodTemplateRule : Rule
{
    /// <summary>Judges one definition of pods.</summary>
    public abstract RuleOutcome Check(PodDefinition pods, RuleContext context);

    internal sealed override IEnumerable<IResource> Subjects(RuleContext context) =>
        context.Cluster.Namespaces.Values.SelectMany(contents =>
            contents.Workloads.Cast<IResource>().Concat(contents.Pods.Where(pod => pod.Metadata.Controller is null)));

    internal sealed override bool IsAbout(IResource resource) => resource is Workload or Pod;

    internal sealed override RuleOutcome Judge(IResource subject, RuleContext context) =>
        context.DefinitionOf(subject) is { } pods && !pods.IsIdle(context) ? Check(pods, context) : RuleOutcome.NotApplicable;
}
