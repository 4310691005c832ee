using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Hosting.Sources;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Reporting;
using RiskAnalyzer.Simulation;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>A forecast that is to be made once the cluster is known.</summary>
/// <param name="Draft">The plan.</param>
/// <param name="IsAskedFor">Whether the user asked for it; one by default is left out where the cluster does not allow it.</param>
/// <param name="Options">How it is made.</param>
/// <param name="WindowSeconds">The length of the window, before what the plan says; null for the plan's.</param>
internal sealed record Forecasting(PlanDraft Draft, bool IsAskedFor, ForecastOptions Options, double? WindowSeconds)
{
    private const ResourceKinds Needed = ResourceKinds.Nodes | ResourceKinds.Pods | ResourceKinds.PodDisruptionBudgets;

    /// <summary>Makes the forecast; null when nobody asked for it and the cluster has no nodes to drain, or does not show what a drain meets.</summary>
    /// <exception cref="UsageException">The plan does not fit the cluster.</exception>
    /// <exception cref="SourceUnreadableException">What a drain meets could not be read.</exception>
    public ForecastReport? Run(ClusterInput input)
    {
        if ((input.Unread & Needed) != ResourceKinds.None)
        {
            return IsAskedFor
                ? throw new SourceUnreadableException([$"{input.Source}: no forecast without {KnownKinds.Format(input.Unread & Needed)}", .. input.Snapshot.Problems.Select(problem => problem.Message)])
                : null;
        }

        var (plan, mistakes) = Draft.Resolve(input.Snapshot);
        if (plan is null)
        {
            return IsAskedFor ? throw new UsageException(mistakes) : null;
        }

        plan = plan with { WindowSeconds = WindowSeconds ?? plan.WindowSeconds };
        return new()
        {
            ToolVersion = ToolVersion.Text,
            CapturedAt = input.Snapshot.CapturedAt,
            Source = input.Source,
            Forecast = DrainForecaster.Run(input.Snapshot, plan, Options),
            Problems = input.Snapshot.Problems,
        };
    }
}
