using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>What a snapshot file says of itself, in annotations of its List.</summary>
public sealed record SnapshotHeader
{
    /// <summary>When the cluster was read, as RFC 3339.</summary>
    public const string CapturedAtKey = "riskanalyzer.io/captured-at";

    /// <summary>The API server's version as major.minor.</summary>
    public const string ServerVersionKey = "riskanalyzer.io/server-version";

    /// <summary>The kinds that were read, even if there were none, separated by commas.</summary>
    public const string KnownKindsKey = "riskanalyzer.io/known-kinds";

    /// <summary>What could not be read, a line each.</summary>
    public const string NotReadKey = "riskanalyzer.io/not-read";

    /// <summary>When the cluster was read; null when not said.</summary>
    public DateTimeOffset? CapturedAt { get; init; }

    /// <summary>The API server's version as major.minor; null when not said.</summary>
    public string? ServerVersion { get; init; }

    /// <summary>The kinds that were read.</summary>
    public ResourceKinds Known { get; init; }

    /// <summary>What could not be read, a sentence each.</summary>
    public ImmutableArray<string> NotRead { get; init; } = [];

    /// <summary>Reads the metadata of a list; null when they say nothing of the kind.</summary>
    public static SnapshotHeader? Read(ReadOnlySpan<byte> metadata)
    {
        var reader = new Utf8JsonReader(metadata);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("annotations", out var annotations) && annotations.ValueKind == JsonValueKind.Object
                    ? Read(annotations) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SnapshotHeader? Read(JsonElement annotations)
    {
        var captured = Text(annotations, CapturedAtKey);
        var version = Text(annotations, ServerVersionKey);
        var kinds = Text(annotations, KnownKindsKey);
        return (captured ?? version ?? kinds) is null ? null : new()
        {
            CapturedAt = DateTimeOffset.TryParse(captured, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
            ServerVersion = version,
            Known = kinds is null ? ResourceKinds.None : KnownKinds.Parse(kinds),
            NotRead = [.. (Text(annotations, NotReadKey) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)],
        };
    }

    private static string? Text(JsonElement annotations, string key) =>
        annotations.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
