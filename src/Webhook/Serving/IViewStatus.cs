namespace RiskAnalyzer.Webhook.Serving;

/// <summary>How it stands with the view of the cluster; what is in it is none of the server's business.</summary>
internal interface IViewStatus
{
    /// <summary>Whether there is a view, however old.</summary>
    bool IsReady { get; }

    /// <summary>How long ago the view was last known to be current; null before the first one.</summary>
    TimeSpan? Staleness { get; }
}
