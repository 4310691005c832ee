namespace RiskAnalyzer.Webhook;

/// <summary>A view for a webhook that follows no cluster: every review is judged by its object alone.</summary>
internal sealed class NoView : IClusterView
{
    public ClusterSight Current => ClusterSight.NotReady;
}
