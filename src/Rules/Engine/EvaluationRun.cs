using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>One evaluation while it goes on.</summary>
internal sealed class EvaluationRun(RuleCatalog catalog, ClusterSnapshot cluster, Policy policy, EvaluationOptions options)
{
    private Dictionary<string, NamespaceView>? _namespaces;
    private (string Name, NamespaceView View)? _latest;
    private readonly ExemptionLedger _exemptions = new(cluster, policy);
    private readonly OutcomeLedger _ledger = new();
    private IReadOnlyList<DeclaredExemption>? _declared;
    private RuleContext? _usual;

    /// <summary>Asks a rule about all its objects.</summary>
    public void Ask(Rule rule)
    {
        if (!policy.MayRun(rule))
        {
            return;
        }

        if (RuleNeeds.Missing(rule.Descriptor, cluster, options) is { } missing)
        {
            _ledger.NotEvaluated(rule, missing);
            return;
        }

        AskAbout(rule, rule.Subjects(ContextFor(policy.Common.Of(rule))));
    }

    /// <summary>Asks all rules that are about an object, one by one until the time is up.</summary>
    public void AskAbout(IResource subject)
    {
        var view = ViewOf(subject.Metadata.Namespace);
        foreach (var rule in catalog.About(subject))
        {
            var settings = view.Policy.Of(rule);
            if (settings.IsEnabled && !(options.IsAdmission && IsLeftOut(rule, settings)))
            {
                AskAbout(rule, subject, view, settings);
            }
        }
    }

    /// <summary>Asks a rule about the exemptions and what they covered. Only when all other rules were asked is that known.</summary>
    public void AskAboutExemptions(ExemptionRule rule)
    {
        if (policy.MayRun(rule))
        {
            _declared ??= Declared();
            if (_declared.Count > 0)
            {
                AskAbout(rule, _declared);
            }
        }
    }

    /// <summary>Takes over what another run about the same cluster and policy came to.</summary>
    public void Add(EvaluationRun part)
    {
        _ledger.Add(part._ledger);
        _exemptions.Add(part._exemptions);
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

    // Nobody waits for a forecast at admission, so rules that need one never run there and are not counted each time.
    private bool IsLeftOut(Rule rule, RuleSettings settings) =>
        settings.AtAdmission == AdmissionMode.Off || (rule.Descriptor.NeedsForecast && options.Forecast is null);

    private void AskAbout(Rule rule, IResource subject, NamespaceView view, RuleSettings settings)
    {
        if (options.IsTimeUp?.Invoke() == true)
        {
            _ledger.NotEvaluated(rule, RuleEngine.TimeIsUp);
        }
        else if (RuleNeeds.Missing(rule.Descriptor, cluster, options) is { } missing)
        {
            _ledger.NotEvaluated(rule, rule.Descriptor.NeedsForecast ? missing : options.Blindness ?? missing);
        }
        else
        {
            if (view.DoubtAbout(rule) is { } doubt)
            {
                _ledger.Doubt(rule, doubt);
            }

            var outcome = Outcome(rule, subject, view, ContextFor(settings));
            _ledger.Add(rule, subject, settings, outcome, _exemptions);
        }
    }

    private RuleOutcome Outcome(Rule rule, IResource subject, NamespaceView view, RuleContext context)
    {
        var isLeaving = view.IsTerminating || subject.Metadata.DeletionTimestamp is not null;
        if (isLeaving && !rule.Descriptor.IncludesDeleted)
        {
            return RuleOutcome.NotApplicable;
        }

        context.HasLookedAround = false;
        var outcome = Judge(rule, subject, context);
        return options.Blindness is { } reason && context.HasLookedAround ? RuleOutcome.NotEvaluated(reason) : outcome;
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
                _ledger.Add(rule, subject, settings, Outcome(rule, subject, view, context), _exemptions);
            }
        }
    }

    // Whoever sends one object at admission need not hear about the policy's own exemptions.
    private IReadOnlyList<DeclaredExemption> Declared() => options.Scope is { } scope
        ? MayDeclareAny(scope) ? _exemptions.DeclaredByAnnotations(catalog, scope, UseUnknown) : []
        : [.. _exemptions.DeclaredByAnnotations(catalog, AnnotationPlace.Carriers(cluster), UseUnknown), .. _exemptions.DeclaredByPolicy(UseUnknown)];

    private static bool MayDeclareAny(IReadOnlyList<IResource> scope)
    {
        for (var i = 0; i < scope.Count; i++)
        {
            if (ExemptionLedger.MayCarryAny(scope[i]))
            {
                return true;
            }
        }

        return false;
    }

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

    // Nearly every rule has its default parameters, and then the context is the same for all.
    private RuleContext ContextFor(RuleSettings settings) =>
        settings.Parameters.Count > 0 ? NewContext(settings) : _usual ??= NewContext(settings);

    private RuleContext NewContext(RuleSettings settings) => new()
    {
        Cluster = cluster,
        Forecast = options.Forecast,
        KubernetesVersion = options.KubernetesVersion ?? cluster.ServerVersion,
        Settings = settings.Parameters,
    };

    // A review asks about one namespace only, and a scan about one after the other.
    private NamespaceView ViewOf(string? name)
    {
        if (_latest is { } latest && latest.Name == (name ?? ""))
        {
            return latest.View;
        }

        if (_latest is { } other)
        {
            _namespaces ??= new(StringComparer.Ordinal);
            _namespaces[other.Name] = other.View;
        }

        var view = _namespaces?.GetValueOrDefault(name ?? "") ?? NamespaceView.Of(cluster, policy, name);
        _latest = (name ?? "", view);
        return view;
    }
}
