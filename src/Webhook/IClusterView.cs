namespace RiskAnalyzer.Webhook;

/// <summary>What the webhook knows of the cluster.</summary>
public interface IClusterView
{
    /// <summary>The view at this instant. Reading it costs nothing and never waits.</summary>
    ClusterSight Current { get; }
}
