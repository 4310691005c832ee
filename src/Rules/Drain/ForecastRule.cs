using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Drain;

/// <summary>A rule about any object that the forecast may name: topmost workloads, pods without controller, budgets.</summary>
internal abstract class ForecastRule : Rule
{
    protected abstract RuleOutcome Check(IResource subject, DrainForecast forecast, RuleContext context);

    internal sealed override IEnumerable<IResource> Subjects(RuleContext context) =>
        context.Cluster.Namespaces.Values.SelectMany(contents =>
            contents.Workloads.Cast<IResource>().Concat(contents.Pods.Where(pod => pod.Metadata.Controller is null)).Concat(contents.Budgets));

    internal sealed override bool IsAbout(IResource resource) => resource is Workload or Pod or PodDisruptionBudget;

    internal sealed override RuleOutcome Judge(IResource subject, RuleContext context) => Check(subject, context.Forecast!, context);
}
