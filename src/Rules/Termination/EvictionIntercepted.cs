using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Termination;

/// <summary>Reports admission webhooks that every eviction, or every end of a pod, has to pass.</summary>
internal sealed class EvictionIntercepted : Rule<WebhookConfiguration>
{
    private static readonly Int32Parameter LongTimeoutSeconds = new(
        "longTimeoutSeconds", 10, 1, 30, "seconds", "A webhook that fails open but may take longer than this is reported.", "the default of the API");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Name = "eviction-intercepted",
        Category = RuleCategory.Termination,
        Severity = Severity.Medium,
        Summary = "An admission webhook is asked about evictions or about the deletion of pods",
        Why = """
            An eviction creates the subresource pods/eviction, and the kubelet deletes the pod once it has ended. A webhook that is asked about
            either and fails closed stops the drain when its own pods are away; a slow one delays every single pod.
            """,
        Fix = "Leave pods/eviction and pods out of the webhook's rules, or run it on two nodes with a short timeout.",
        Sources = [new("Dynamic admission control", "https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/")],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<RuleParameter> Parameters => [LongTimeoutSeconds];

    /// <inheritdoc/>
    public override RuleOutcome Check(WebhookConfiguration configuration, RuleContext context)
    {
        var limit = context.Value(LongTimeoutSeconds);
        return RuleOutcome.Found([
            .. configuration.Webhooks
                .Select((webhook, index) => (Webhook: webhook, Field: $"webhooks[{index}]"))
                .Where(each => each.Webhook.FailsClosed || each.Webhook.TimeoutSeconds > limit)
                .Where(each => each.Webhook.Rules.Any(rule => Intercepts(rule) is not null) && ReachesPods(each.Webhook, context.Cluster))
                .Select(each => Hit(each.Webhook, each.Field, context.Cluster)),
        ]);
    }

    private static RuleHit Hit(AdmissionWebhook webhook, string field, ClusterSnapshot cluster)
    {
        var what = string.Join(" and ", webhook.Rules.Select(Intercepts).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var backends = Backends(webhook, cluster);
        var nodes = backends?.Select(pod => pod.NodeName).Distinct(StringComparer.Ordinal).Count();
        var served = backends is null ? "" : $"; {Counted.Of(backends.Count, "ready pod")} on {Counted.Of(nodes ?? 0, "node")} can answer";
        return new()
        {
            Field = field,
            Message = $"webhook {webhook.Name} is asked about {what}, {(webhook.FailsClosed ? "fails closed" : "fails open")} "
                + $"and may take {webhook.TimeoutSeconds} s{served}",
            Severity = nodes >= 2 ? Severity.Info : null,
            Evidence =
            [
                new("webhook", webhook.Name),
                new("failurePolicy", webhook.FailsClosed ? "Fail" : "Ignore"),
                new("timeoutSeconds", $"{webhook.TimeoutSeconds}"),
                new("service", webhook.ServiceName is null ? "" : $"{webhook.ServiceNamespace}/{webhook.ServiceName}"),
                new("readyPods", backends is null ? "unknown" : $"{backends.Count}"),
                new("nodes", nodes is null ? "unknown" : $"{nodes}"),
            ],
        };
    }

    private static List<Pod>? Backends(AdmissionWebhook webhook, ClusterSnapshot cluster)
    {
        var contents = cluster.InNamespace(webhook.ServiceNamespace);
        return contents.Services.FirstOrDefault(s => s.Name == webhook.ServiceName) is not { } service || !cluster.Knows(ResourceKinds.Pods)
            ? null
            : [.. contents.Pods.Where(pod => pod is { IsReady: true, IsTerminating: false, NodeName: not null } && service.Selects(pod.Metadata.Labels))];
    }

    private static bool ReachesPods(AdmissionWebhook webhook, ClusterSnapshot cluster) =>
        webhook.NamespaceSelector is not { IsEmpty: false } selector
        || !cluster.Knows(ResourceKinds.Namespaces | ResourceKinds.Pods)
        || cluster.Namespaces.Values.Any(n => !n.Pods.IsEmpty && (n.Object is null || selector.Matches(n.Object.Metadata.Labels)));

    // A rule reads "OPERATION group/resource"; "pods/*" means pods and every subresource of it, "*" no subresource.
    private static string? Intercepts(string rule)
    {
        var (operation, target) = rule.Split(' ', 2) is [var first, var second] ? (first, second) : (rule, "");
        var (group, resource) = target.Split('/', 2) is [var left, var right] ? (left, right) : ("", target);
        if (group is not ("" or "*"))
        {
            return null;
        }

        return (operation, resource) switch
        {
            ("CREATE" or "*", "pods/eviction" or "*/eviction" or "pods/*" or "*/*") => "evictions",
            ("DELETE" or "*", "pods" or "*" or "pods/*" or "*/*") => "the deletion of pods",
            _ => null,
        };
    }
}
