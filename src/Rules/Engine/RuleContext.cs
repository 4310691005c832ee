using System.Collections.Frozen;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Facts;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>What a rule may look at: the cluster, its own parameters, the forecast.</summary>
public sealed class RuleContext
{
    // Rules come one after the other about all their objects, so that each object comes again with every rule.
    // A review asks about one or two objects, and then looking through them is cheaper than a table.
    private Remembered<IResource, PodDefinition?> _definitions;
    private Remembered<PodDisruptionBudget, BudgetReading> _readings;
    private PodTemplate? _spreadOf;
    private IReadOnlyList<SpreadTerm> _spread = [];
    private NamespaceSnapshot? _around;

    /// <summary>The cluster.</summary>
    public required ClusterSnapshot Cluster
    {
        get
        {
            HasLookedAround = true;
            return field;
        }
        init;
    }

    /// <summary>Whether the rule asked for anything of the cluster since this was last set to false.</summary>
    internal bool HasLookedAround { get; set; }

    /// <summary>The forecast; null when none was asked for or made. A rule that says <c>NeedsForecast</c> never sees null.</summary>
    public DrainForecast? Forecast { get; init; }

    /// <summary>The Kubernetes version that the cluster has or is to have, as major.minor; null when unknown.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>Parameters that the policy sets for this rule and this object's namespace, by name.</summary>
    public IReadOnlyDictionary<string, object> Settings { get; init; } = FrozenDictionary<string, object>.Empty;

    /// <summary>The value of a parameter.</summary>
    public int Value(Int32Parameter parameter) => Settings.TryGetValue(parameter.Name, out var value) ? (int)value : parameter.Default;

    /// <summary>The value of a parameter.</summary>
    public bool Value(BooleanParameter parameter) => Settings.TryGetValue(parameter.Name, out var value) ? (bool)value : parameter.Default;

    /// <summary>The value of a parameter.</summary>
    public IReadOnlyList<string> Value(TextListParameter parameter) =>
        Settings.TryGetValue(parameter.Name, out var value) ? (IReadOnlyList<string>)value : parameter.Default;

    /// <summary>Whether a text is in the list that a parameter gives.</summary>
    public bool Lists(TextListParameter parameter, ReadOnlySpan<char> text)
    {
        var list = Value(parameter);
        for (var i = 0; i < list.Count; i++)
        {
            if (text.SequenceEqual(list[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How the pods of an object look; found once for all rules.</summary>
    internal PodDefinition? DefinitionOf(IResource resource)
    {
        if (!_definitions.TryGet(resource, out var definition))
        {
            _definitions.Add(resource, definition = PodDefinition.Of(resource));
        }

        return definition;
    }

    /// <summary>What a budget selects; found once for all rules.</summary>
    internal BudgetReading ReadingOf(PodDisruptionBudget budget)
    {
        var around = Around(budget);
        if (!_readings.TryGet(budget, out var reading))
        {
            _readings.Add(budget, reading = BudgetReading.Of(budget, around));
        }

        return reading!;
    }

    /// <summary>What may keep the pods of a template apart; rules that follow each other about the same workload share the answer.</summary>
    internal IReadOnlyList<SpreadTerm> SpreadOf(Workload workload)
    {
        var around = Around(workload);
        if (!ReferenceEquals(_spreadOf, workload.Template))
        {
            (_spreadOf, _spread) = (workload.Template, SpreadTerm.Of(workload.Template, around));
        }

        return _spread;
    }

    /// <summary>The namespace contents around an object.</summary>
    public NamespaceSnapshot Around(IResource resource)
    {
        var name = resource.Metadata.Namespace ?? "";
        HasLookedAround = true;
        return _around?.Name == name ? _around : _around = Cluster.InNamespace(name);
    }
}
