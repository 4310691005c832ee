using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>What one source came to.</summary>
internal sealed class SourceTally
{
    /// <summary>Objects that were read or counted, and lists.</summary>
    public int Objects { get; set; }

    /// <summary>Templates, patches and what is no object at all.</summary>
    public int PassedOver { get; private set; }

    /// <summary>The first thing that could not be read; null when there was none.</summary>
    public LoadProblem? FirstProblem { get; private set; }

    /// <summary>The first thing that was passed over; null when there was none.</summary>
    public LoadProblem? FirstPassedOver { get; private set; }

    /// <summary>Whether something was a template or a patch, so that the source does hold what is meant for a cluster.</summary>
    public bool HasTemplates { get; private set; }

    public void Note(LoadProblem problem)
    {
        if (!problem.IsPartial)
        {
            FirstProblem ??= problem;
            return;
        }

        PassedOver++;
        FirstPassedOver ??= problem;
        HasTemplates |= !problem.Message.Contains("no apiVersion and kind", StringComparison.Ordinal);
    }
}
