using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>One evaluation while it goes on.</summary>
internal sealed class EvaluationRun(ClusterSnapshot cluster, Policy policy, EvaluationOptions options)
{
    private readonly Dictionary<string, NamespaceView> _namespaces = new(StringComparer.Ordinal);
    private readonly OutcomeLedger _ledger = new();

    /// <summary>Asks a rule about its objects.</summary>
    public void Ask(Rule rule)
    {
        if (!policy.MayRun(rule) || (options.Scope is { } scope && !scope.Any(rule.IsAbout)))
        {
            return;
        }

        if (RuleNeeds.Missing(rule.Descriptor, cluster, options) is { } missing)
        {
            _ledger.NotEvaluated(rule, missing);
            return;
        }

        // Subjects come sorted by namespace, so what depends on the namespace is looked up when it changes.
        var context = ContextFor(policy.Common.Of(rule));
        var (current, view, settings) = ((string?)null, ViewOf(null), policy.Common.Of(rule));
        foreach (var subject in SubjectsOf(rule, context))
        {
            if (subject.Metadata.Namespace != current)
            {
                current = subject.Metadata.Namespace;
                view = ViewOf(current);
                settings = view.Policy.Of(rule);
                context = ContextFor(settings);
            }

            if (settings.IsEnabled)
            {
                var isLeaving = view.IsTerminating || subject.Metadata.DeletionTimestamp is not null;
                var outcome = isLeaving && !rule.Descriptor.IncludesDeleted ? RuleOutcome.NotApplicable : Judge(rule, subject, context);
                _ledger.Add(rule, subject, settings, outcome);
            }
        }
    }

    /// <summary>Everything that was found, in order.</summary>
    public Evaluation Finish() => _ledger.ToEvaluation();

    private static RuleOutcome Judge(Rule rule, IResource subject, RuleContext context)
    {
        try
        {
            return rule.Judge(subject, context);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A rule is isolated here: whatever it throws is one failed outcome, and everything else goes on.
            return new RuleOutcome.FailedOutcome($"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private IEnumerable<IResource> SubjectsOf(Rule rule, RuleContext context) =>
        options.Scope is null ? rule.Subjects(context) : options.Scope.Where(rule.IsAbout);

    private RuleContext ContextFor(RuleSettings settings) => new()
    {
        Cluster = cluster,
        Forecast = options.Forecast,
        KubernetesVersion = options.KubernetesVersion ?? cluster.ServerVersion,
        Settings = settings.Parameters,
    };

    private NamespaceView ViewOf(string? name)
    {
        if (!_namespaces.TryGetValue(name ?? "", out var view))
        {
            _namespaces[name ?? ""] = view = NamespaceView.Of(cluster, policy, name);
        }

        return view;
    }
}
