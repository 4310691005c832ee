using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.TestKit;

/// <summary>Makes snapshots from manifests as tests write them: short, without what the API requires but nobody reads.</summary>
public static class Snapshots
{
    /// <summary>When snapshots of tests are captured unless the input tells.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Reads YAML or JSON with any number of documents; throws when something in it cannot be read.</summary>
    public static ClusterSnapshot FromYaml(string text) => Whole(ManifestReader.ReadText(text, "test.yaml", Options));

    /// <summary>Reads a file or directory; throws when something in it cannot be read.</summary>
    public static ClusterSnapshot FromFile(string path) => Whole(ManifestReader.Read([path], Options));

    private static ReadOptions Options { get; } = new() { Now = Now, AcceptsPartial = true };

    private static ClusterSnapshot Whole(ManifestInput input) =>
        input.Snapshot.Problems.IsEmpty && input.Errors.IsEmpty
            ? input.Snapshot
            : throw new FormatException(string.Join('\n', input.Errors.Select(e => e.ToString()).Concat(input.Snapshot.Problems.Select(p => $"{p.Location} {p.Message}"))));
}
