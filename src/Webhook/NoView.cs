using RiskAnalyzer.Webhook.Serving;

namespace RiskAnalyzer.Webhook;

/// <summary>A view for a webhook that follows no cluster: every review is judged by its object alone.</summary>
internal sealed class NoView : IClusterView, IViewStatus
{
    public ClusterSight Current => ClusterSight.NotReady;

    public bool IsReady => false;

    public TimeSpan? Staleness => null;
}
