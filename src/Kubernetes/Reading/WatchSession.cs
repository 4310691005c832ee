using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>One watch, from its request to its end: puts events into the mirror and keeps the place from which to go on.</summary>
/// <param name="mirror">The mirror.</param>
/// <param name="version">The version from which to watch; null to be shown everything first.</param>
/// <param name="heard">Called at each event.</param>
/// <param name="complete">Called once everything that there was at the start has been shown.</param>
internal sealed class WatchSession(ResourceMirror mirror, string? version, Action heard, Action complete)
{
    private bool _isInitial = version is null;

    /// <summary>The version up to which everything is known; null as long as not even the beginning is.</summary>
    public string? Version { get; private set; } = version;

    /// <summary>Events so far, bookmarks included.</summary>
    public long Events { get; private set; }

    /// <summary>Gets ready.</summary>
    public void Begin()
    {
        if (_isInitial)
        {
            mirror.Begin();
        }
    }

    /// <summary>Takes an event.</summary>
    public void Receive(WatchEventType type, ReadOnlySpan<byte> json)
    {
        if (type == WatchEventType.Accepted)
        {
            // Of a quiet resource nothing else is heard until the next bookmark, a minute later.
            heard();
            return;
        }

        var key = ObjectKey.Read(json);
        Events++;
        if (!_isInitial)
        {
            mirror.Apply(type, json, key);
            Version = key.ResourceVersion.Length > 0 ? key.ResourceVersion : Version;
        }
        else if (key.EndsInitialEvents)
        {
            mirror.EndList();
            (_isInitial, Version) = (false, key.ResourceVersion);
            complete();
        }
        else if (type is WatchEventType.Added or WatchEventType.Modified)
        {
            mirror.Add(json);
        }
        else if (type == WatchEventType.Deleted)
        {
            mirror.Apply(type, json, key);
        }

        heard();
    }
}
