using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Rules.Tests.Engine;

/// <summary>A rule about workloads whose answer the test gives. Its name is that of its class.</summary>
internal abstract class FixedRule : Rule<Workload>
{
    public Func<Workload, RuleContext, RuleOutcome> Answer { get; init; } = (_, _) => RuleOutcome.Passed;

    public ResourceKinds Needs { get; init; }

    public bool NeedsCluster { get; init; }

    public bool NeedsForecast { get; init; }

    public bool IncludesDeleted { get; init; }

    public bool IsOptIn { get; init; }

    public RuleCategory Category { get; init; } = RuleCategory.Disruption;

    public override RuleDescriptor Descriptor => new()
    {
        Name = Name,
        Category = Category,
        Severity = Severity.High,
        Summary = "A test",
        Why = "It is a test.",
        Fix = "Nothing.",
        Needs = Needs,
        NeedsCluster = NeedsCluster,
        NeedsForecast = NeedsForecast,
        IncludesDeleted = IncludesDeleted,
        IsOptIn = IsOptIn,
    };

    public virtual string Name => RuleNames.OfClass(GetType().Name);

    public override RuleOutcome Check(Workload subject, RuleContext context) => Answer(subject, context);

    public static RuleOutcome Hit(string message = "is wrong", string field = "spec", Severity? severity = null) =>
        RuleOutcome.Found(new RuleHit { Field = field, Message = message, Severity = severity });
}
