using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement.Shapes;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Volumes that count against limits, by number, with what is attached where before any run.</summary>
internal sealed class VolumeIndex(ClusterSnapshot snapshot)
{
    private readonly Numbering<CsiVolume> _volumes = new();
    private readonly Numbering<string> _drivers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Driver, int Limit)[]> _limits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Driver, int Volume)>> _attached = new(StringComparer.Ordinal);

    /// <summary>The driver's name.</summary>
    public string Driver(int number) => _drivers.Items[number];

    /// <summary>How many volumes a node takes, by driver; drivers without a limit are left out.</summary>
    public (int Driver, int Limit)[] Limits(string node) => _limits.GetValueOrDefault(node) ?? [];

    /// <summary>What is attached to a node.</summary>
    public IReadOnlyList<(int Driver, int Volume)> Attached(string node) => _attached.GetValueOrDefault(node) ?? [];

    /// <summary>The volumes of a pod, drivers in their order of appearance.</summary>
    public DriverVolumes[] Of(PodShape shape) =>
    [
        .. shape.Volumes.CsiVolumes.GroupBy(volume => volume.Driver, StringComparer.Ordinal)
            .Select(group => new DriverVolumes(_drivers.NumberOf(group.Key), [.. group.Select(_volumes.NumberOf)])),
    ];

    /// <summary>Reads the limits and attachments of the snapshot.</summary>
    public void Read()
    {
        foreach (var node in snapshot.CsiNodes)
        {
            // Of two limits of one driver, and of two objects of one name, the first counts.
            _ = _limits.TryAdd(node.Metadata.Name, [.. node.Limits.Select(limit => (_drivers.NumberOf(limit.Key), limit.Value))]);
        }

        foreach (var attachment in snapshot.VolumeAttachments)
        {
            if (attachment.VolumeName is { } name)
            {
                if (!_attached.TryGetValue(attachment.NodeName, out var list))
                {
                    _attached[attachment.NodeName] = list = [];
                }

                var handle = snapshot.FindVolume(name)?.CsiVolumeHandle ?? name;
                list.Add((_drivers.NumberOf(attachment.Attacher), _volumes.NumberOf(new(attachment.Attacher, handle))));
            }
        }
    }
}
