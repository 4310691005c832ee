using RiskAnalyzer.Hosting.Documents;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>A plan that was read and judged as far as possible without a cluster.</summary>
public sealed class PlanDraft
{
    private readonly MaintenancePlanDocument _document;
    private readonly MistakeList _mistakes;
    private readonly Func<DocumentMistake, string> _write;

    internal PlanDraft(MaintenancePlanDocument document, MistakeList mistakes, Func<DocumentMistake, string> write)
    {
        (_document, _mistakes, _write) = (document, mistakes, write);
        foreach (var failure in new MaintenancePlanValidator().Validate(document).Errors)
        {
            mistakes.Add(failure.PropertyName, failure.ErrorMessage);
        }
    }

    /// <summary>The mistakes that can be seen without a cluster, one line each, with file, line and path.</summary>
    public IReadOnlyList<string> Mistakes => Lines([]);

    /// <summary>Makes the plan for a cluster, or lists all its mistakes, those included that can be seen without the cluster.</summary>
    public PlanResolution Resolve(ClusterSnapshot cluster)
    {
        var found = new List<DocumentMistake>();
        var profile = PlanText.Find(_document.Profile ?? "") ?? OrchestratorProfile.Kubectl;
        var defaults = ProfileDefaults.For(profile);
        var nodes = PlanNodes.Find(_document, defaults.Sequence, cluster, Note);
        var (start, seconds) = Window(cluster, Note);
        var mistakes = Lines(found);
        return mistakes.Count > 0 ? new(null, mistakes) : new(Plan(profile, defaults, nodes) with { WindowStart = start, WindowSeconds = seconds }, []);

        void Note(string path, string message) => found.Add(new(path, _mistakes.LineOf(path), message));
    }

    private MaintenancePlan Plan(OrchestratorProfile profile, ProfileDefaults defaults, IReadOnlyList<string> nodes) => new()
    {
        Name = _document.Name ?? "",
        Profile = profile,
        Nodes = nodes,
        Concurrency = Concurrency(defaults, nodes.Count),
        Drain = Drain(defaults.Drain),
        NodeWorkSeconds = _document.NodeWorkSeconds ?? defaults.NodeWorkSeconds,
        UncordonAfter = _document.UncordonAfter ?? true,
        Kured = OrchestratorSettings.Of(_document.Kured, new()),
        Kubespray = OrchestratorSettings.Of(_document.Kubespray, new()),
        ClusterApi = OrchestratorSettings.Of(_document.ClusterApi, new()),
        SystemUpgradeController = OrchestratorSettings.Of(_document.SystemUpgradeController, new()),
        Karpenter = OrchestratorSettings.Of(_document.Karpenter, new()),
        ClusterAutoscaler = OrchestratorSettings.Of(_document.ClusterAutoscaler, new()),
    };

    private int Concurrency(ProfileDefaults defaults, int nodes)
    {
        if (_document.Concurrency is { } text && PlanConcurrency.Parse(text) is { } value)
        {
            return PlanConcurrency.Resolve(value, nodes, defaults.RoundsUp);
        }

        return defaults.ConcurrencyPercent is { } percent ? PlanConcurrency.Resolve(new(percent, IsPercent: true), nodes, defaults.RoundsUp) : defaults.Concurrency ?? 1;
    }

    private DrainSettings Drain(DrainSettings defaults) => new()
    {
        GracePeriodSeconds = _document.GracePeriodSeconds ?? defaults.GracePeriodSeconds,
        TimeoutSeconds = _document.TimeoutSeconds ?? defaults.TimeoutSeconds,
        DeleteEmptyDirData = _document.DeleteEmptyDirData ?? defaults.DeleteEmptyDirData,
        IgnoreDaemonSets = _document.IgnoreDaemonSets ?? defaults.IgnoreDaemonSets,
        Force = _document.Force ?? defaults.Force,
        PodSelector = _document.PodSelector is { } selector ? SelectorText.Parse(selector, out _) : defaults.PodSelector,
        DisableEviction = _document.DisableEviction ?? defaults.DisableEviction,
        StopOnFailure = _document.OnTimeout is { } then ? then == "stop" : defaults.StopOnFailure,
    };

    private (DateTimeOffset? Start, double? Seconds) Window(ClusterSnapshot cluster, Action<string, string> note)
    {
        var seconds = _document.WindowDuration is { } duration ? DurationSyntax.Parse(duration) : null;
        var start = _document.WindowStart is { } text ? PlanMoment.Parse(text) : null;
        if (start?.AddSeconds(seconds ?? 0) is { } end && end <= cluster.CapturedAt)
        {
            note("spec.window.start", $"is in the past: the window ends at {end:yyyy-MM-dd HH:mm zzz}, the cluster is of {cluster.CapturedAt:yyyy-MM-dd HH:mm zzz}");
        }

        return (start, seconds);
    }

    private IReadOnlyList<string> Lines(IReadOnlyList<DocumentMistake> found) =>
        [.. _mistakes.Items.Concat(found).OrderBy(m => m.Line).ThenBy(m => m.Path, StringComparer.Ordinal).Select(_write).Distinct(StringComparer.Ordinal)];
}
