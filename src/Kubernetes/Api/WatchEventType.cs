namespace RiskAnalyzer.Kubernetes.Api;

/// <summary>What a watch tells.</summary>
public enum WatchEventType
{
    /// <summary>The server has agreed to tell; there is no object.</summary>
    Accepted,

    /// <summary>The object is there.</summary>
    Added,

    /// <summary>The object has changed.</summary>
    Modified,

    /// <summary>The object is gone; it is told as it was last.</summary>
    Deleted,

    /// <summary>Nothing has changed up to the version that the object carries.</summary>
    Bookmark,
}
