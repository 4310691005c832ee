using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>Collects how rules ended and puts it in order.</summary>
internal sealed class OutcomeLedger
{
    private readonly List<Finding> _findings = [];
    private readonly List<FailedRule> _failed = [];
    private Dictionary<(string Rule, string Reason), int>? _notEvaluated;
    private HashSet<string>? _withoutVerdict;
    private int _found;
    private int _passed;
    private int _notApplicable;
    private int _notEvaluatedObjects;

    /// <summary>Records that a whole rule could not look.</summary>
    public void NotEvaluated(Rule rule, string reason)
    {
        (_notEvaluated ??= [])[(rule.Descriptor.Name, reason)] = 0;
        EndedWithoutVerdict(rule);
    }

    /// <summary>Records that a rule may have judged an object otherwise than the policy means.</summary>
    public void Doubt(Rule rule, string reason) => CountObject(rule, reason);

    /// <summary>Whether a rule ended without a verdict on any object.</summary>
    public bool CouldNotLook(string rule) => _withoutVerdict?.Contains(rule) == true;

    /// <summary>Records how a rule ended on an object.</summary>
    public void Add(Rule rule, IResource subject, RuleSettings settings, RuleOutcome outcome, ExemptionLedger exemptions)
    {
        switch (outcome)
        {
            case RuleOutcome.PassedOutcome:
                _passed++;
                break;
            case RuleOutcome.NotApplicableOutcome:
                _notApplicable++;
                break;
            case RuleOutcome.NotEvaluatedOutcome { Reason: var reason }:
                CountObject(rule, reason);
                _notEvaluatedObjects++;
                EndedWithoutVerdict(rule);
                break;
            case RuleOutcome.FailedOutcome { How: var how }:
                _failed.Add(new(rule.Descriptor.Name, subject.Reference, how));
                EndedWithoutVerdict(rule);
                break;
            case RuleOutcome.FoundOutcome { Hits: var hits }:
                _found++;
                AddFindings(rule, subject, settings, hits, exemptions);
                break;
            default:
                throw new InvalidOperationException($"outcome {outcome.GetType().Name}");
        }
    }

    /// <summary>Takes over what another ledger has, about other rules.</summary>
    public void Add(OutcomeLedger other)
    {
        _findings.AddRange(other._findings);
        _failed.AddRange(other._failed);
        _withoutVerdict = [.. _withoutVerdict ?? [], .. other._withoutVerdict ?? []];
        _notEvaluated = new((_notEvaluated ?? []).Concat(other._notEvaluated ?? []));

        _found += other._found;
        _passed += other._passed;
        _notApplicable += other._notApplicable;
        _notEvaluatedObjects += other._notEvaluatedObjects;
    }

    /// <summary>Everything in order: findings by object, rule, field and message.</summary>
    public Evaluation ToEvaluation() => new()
    {
        Findings = _findings.Count < 2 ? _findings :
        [
            .. _findings.OrderBy(f => f.Object).ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => f.Field, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal),
        ],
        NotEvaluated = _notEvaluated is null ? [] :
        [
            .. _notEvaluated.Select(pair => new NotEvaluatedRule(pair.Key.Rule, pair.Key.Reason, pair.Value))
                .OrderBy(n => n.Rule, StringComparer.Ordinal).ThenBy(n => n.Reason, StringComparer.Ordinal),
        ],
        Failed = _failed.Count == 0 ? [] : [.. _failed.OrderBy(f => f.Object).ThenBy(f => f.Rule, StringComparer.Ordinal)],
        Counts = new(_found, _passed, _notApplicable, _notEvaluatedObjects, _failed.Count),
    };

    private void AddFindings(Rule rule, IResource subject, RuleSettings settings, IReadOnlyList<RuleHit> hits, ExemptionLedger exemptions)
    {
        var exemption = rule is ExemptionRule ? null : exemptions.Find(rule.Descriptor.Name, subject);
        foreach (var hit in hits)
        {
            _findings.Add(FindingOf(rule.Descriptor, subject, settings, hit, exemption));
        }
    }

    private void CountObject(Rule rule, string reason)
    {
        var key = (rule.Descriptor.Name, reason);
        _notEvaluated ??= [];
        _notEvaluated[key] = _notEvaluated.GetValueOrDefault(key) + 1;
    }

    private void EndedWithoutVerdict(Rule rule) => (_withoutVerdict ??= new(StringComparer.Ordinal)).Add(rule.Descriptor.Name);

    private static Finding FindingOf(RuleDescriptor rule, IResource subject, RuleSettings settings, RuleHit hit, AppliedExemption? exemption) => new()
    {
        Rule = rule.Name,
        Severity = settings.Severity ?? hit.Severity ?? rule.Severity,
        Object = subject.Reference,
        Source = subject.Metadata.Source,
        Field = hit.Field,
        Message = hit.Message,
        Fix = hit.Fix ?? rule.Fix,
        Evidence = hit.Evidence,
        Exemption = exemption,
    };
}
