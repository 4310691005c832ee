using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>One evaluation while it goes on.</summary>
internal sealed class EvaluationRun(RuleCatalog catalog, ClusterSnapshot cluster, Policy policy, EvaluationOptions options)
{
    private readonly Dictionary<string, NamespaceView> _namespaces = new(StringComparer.Ordinal);
    private readonly ExemptionLedger _exemptions = new(cluster, policy);
    private readonly OutcomeLedger _ledger = new();
    private IReadOnlyList<DeclaredExemption>? _declared;

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

        AskAbout(rule, options.Scope is null ? rule.Subjects(ContextFor(policy.Common.Of(rule))) : options.Scope.Where(rule.IsAbout));
    }

    /// <summary>Asks a rule about the exemptions and what they covered. Only when all other rules were asked is that known.</summary>
    public void AskAboutExemptions(ExemptionRule rule)
    {
        if (policy.MayRun(rule))
        {
            _declared ??= Declared();
            AskAbout(rule, _declared);
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

    private void AskAbout(Rule rule, IEnumerable<IResource> subjects)
    {
        // Subjects come sorted by namespace, so what depends on the namespace is looked up when it changes.
        var (current, view, settings, doubt) = ((string?)null, ViewOf(null), policy.Common.Of(rule), (string?)null);
        var context = ContextFor(settings);
        foreach (var subject in subjects)
        {
            if (subject.Metadata.Namespace != current)
            {
                current = subject.Metadata.Namespace;
                view = ViewOf(current);
                settings = view.Policy.Of(rule);
                doubt = view.DoubtAbout(rule);
                context = ContextFor(settings);
            }

            if (doubt is not null)
            {
                _ledger.Doubt(rule, doubt);
            }

            if (settings.IsEnabled)
            {
                var isLeaving = view.IsTerminating || subject.Metadata.DeletionTimestamp is not null;
                var outcome = isLeaving && !rule.Descriptor.IncludesDeleted ? RuleOutcome.NotApplicable : Judge(rule, subject, context);
                _ledger.Add(rule, subject, settings, outcome, _exemptions);
            }
        }
    }

    // Whoever sends one object at admission need not hear about the policy's own exemptions.
    private IReadOnlyList<DeclaredExemption> Declared() => options.Scope is { } scope
        ? _exemptions.DeclaredByAnnotations(catalog, scope, UseUnknown)
        : [.. _exemptions.DeclaredByAnnotations(catalog, AnnotationPlace.Carriers(cluster), UseUnknown), .. _exemptions.DeclaredByPolicy(UseUnknown)];

    // An exemption that covered nothing is only unused if its rule could look at everything.
    private string? UseUnknown(string rule, IResource carrier)
    {
        if (catalog.Find(rule) is not { } known || options.Scope is not null)
        {
            return options.Scope is null ? null : "only some objects are looked at";
        }

        return !ViewOf(carrier.Metadata.Namespace).Policy.Of(known).IsEnabled || _ledger.CouldNotLook(rule)
            ? $"{rule} itself was not evaluated everywhere"
            : null;
    }

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
