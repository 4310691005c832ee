using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Hygiene;

/// <summary>Reports pods that count as ready as soon as they have started.</summary>
/// <remarks>
/// A Service says which containers serve: those that listen on one of its target ports or, where none says so, any of the pod's. Where
/// no Service is in sight (plain manifests), a declared port says it.
/// </remarks>
internal sealed class NoReadinessProbe : PodTemplateRule
{
    private static readonly TextListParameter Sidecars = new(
        "sidecars", ["istio-proxy", "linkerd-proxy"], "Names of containers that say nothing about the program beside them.",
        "own choice: proxies that a mesh injects with a probe of their own");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "no-readiness-probe",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Medium,
        Summary = "A container that serves has no readiness probe",
        Why = """
            Without a readiness probe a pod is Ready when its program has started, not when it can serve. Budgets and orchestrators
            then go on to the next pod or node while the replacement still answers with errors.
            """,
        Fix = "Add a readiness probe that fails while the program cannot serve and as soon as it is told to stop.",
        Sources = [new("Probes", "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [Sidecars];

    /// <inheritdoc/>
    public override RuleOutcome Check(PodDefinition pods, RuleContext context)
    {
        if (pods.IsJob || pods.Spec.ReadinessGates > 0)
        {
            return RuleOutcome.NotApplicable;
        }

        List<Service>? services = null;
        foreach (var service in context.Around(pods.Object).Services)
        {
            if (service.Selects(pods.Template.Labels))
            {
                (services ??= []).Add(service);
            }
        }

        return services is not null ? Behind(services, Containers(pods, context))
            : AreServicesKnown(pods, context) ? RuleOutcome.NotApplicable
            : Judge(Containers(pods, context), static container => !container.Ports.IsEmpty, "declares a port");
    }

    private static List<PlacedContainer> Containers(PodDefinition pods, RuleContext context) =>
        [.. pods.RunningContainers().Where(each => !context.Lists(Sidecars, each.Container.Name))];

    // A cluster shows its Services; manifests may leave them to another file.
    private static bool AreServicesKnown(PodDefinition pods, RuleContext context) =>
        context.Cluster.Knows(ResourceKinds.Services)
        && (context.Cluster.Knows(ResourceKinds.Nodes) || !context.Around(pods.Object).Services.IsEmpty);

    private static RuleOutcome Behind(List<Service> services, List<PlacedContainer> containers)
    {
        var targets = services.SelectMany(service => service.TargetPorts).ToHashSet(StringComparer.Ordinal);
        var names = string.Join(", ", services.Select(service => service.Name));
        var isKnown = containers.Exists(each => Listens(each.Container, targets));
        return Judge(containers, container => !isKnown || Listens(container, targets), $"is behind Service {names}");
    }

    private static bool Listens(Container container, HashSet<string> targets) =>
        container.Ports.Any(port => targets.Contains($"{port.Number}") || (port.Name.Length > 0 && targets.Contains(port.Name)));

    private static RuleOutcome Judge(List<PlacedContainer> containers, Predicate<Container> serves, string because)
    {
        // One probe is enough: a pod is Ready when all of its containers are.
        var serving = containers.FindAll(each => serves(each.Container));
        if (serving.Count == 0)
        {
            return RuleOutcome.NotApplicable;
        }

        return serving.Exists(each => each.Container.ReadinessProbe is not null) ? RuleOutcome.Passed : RuleOutcome.Found(new RuleHit
        {
            Field = serving[0].Field,
            Message = $"container {serving[0].Container.Name} {because} and has no readiness probe",
            Evidence = [new("containers", string.Join(", ", serving.Select(each => each.Container.Name)))],
        });
    }
}
