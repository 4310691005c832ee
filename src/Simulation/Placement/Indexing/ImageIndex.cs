using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>Which nodes of the snapshot have which images, and what that is worth to lists of images.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/framework/plugins/imagelocality/image_locality.go</remarks>
internal sealed class ImageIndex
{
    private const long MebiByte = 1024 * 1024;
    private const long MinimumBytes = 23 * MebiByte;
    private const long MaximumBytesPerContainer = 1000 * MebiByte;

    private readonly Dictionary<string, List<(int Node, long Bytes)>> _copies = new(StringComparer.Ordinal);
    private readonly Numbering<string> _lists = new(StringComparer.Ordinal);
    private readonly List<string[]> _names = [];
    private readonly int _nodes;

    public ImageIndex(ImmutableArray<Node> nodes, IEnumerable<PodSpec> specs)
    {
        _nodes = nodes.Length;
        foreach (var name in specs.SelectMany(NamesOf))
        {
            _ = _copies.TryAdd(name, []);
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            // Of two images under one name the first counts.
            foreach (var image in nodes[i].Images)
            {
                foreach (var name in image.Names)
                {
                    if (_copies.TryGetValue(WithTag(name), out var copies) && (copies is [] || copies[^1].Node != i))
                    {
                        copies.Add((i, image.SizeBytes));
                    }
                }
            }
        }
    }

    /// <summary>The number of the images of a pod; -1 when no node has enough of them to matter, whichever nodes come and go.</summary>
    public int NumberOf(PodSpec spec)
    {
        string[] names = [.. NamesOf(spec)];
        var bytes = names.Sum(name => _copies[name].Select(copy => copy.Bytes).DefaultIfEmpty().Max());
        if (bytes <= MinimumBytes)
        {
            return -1;
        }

        var number = _lists.NumberOf(string.Join('\n', names));
        if (number == _names.Count)
        {
            _names.Add(names);
        }

        return number;
    }

    /// <summary>How many lists are numbered.</summary>
    public int Count => _names.Count;

    /// <summary>The scores of a list of images on the nodes of the snapshot, 0 to 100; null when all are 0.</summary>
    /// <param name="number">The list.</param>
    /// <param name="live">The nodes that are there.</param>
    /// <param name="liveCount">How many those are, nodes that joined included.</param>
    public byte[]? Scores(int number, ulong[] live, int liveCount)
    {
        var lists = _names[number].Select(name => _copies[name]).ToArray();
        var shares = lists.Select(copies => (double)copies.Count(copy => Bits.Has(live, copy.Node)) / liveCount).ToArray();
        if (lists.Zip(shares).Sum(pair => pair.First.Select(copy => copy.Bytes).DefaultIfEmpty().Max() * pair.Second) <= MinimumBytes)
        {
            return null;
        }

        var sums = new long[_nodes];
        for (var i = 0; i < lists.Length; i++)
        {
            foreach (var (node, bytes) in lists[i])
            {
                sums[node] += (long)(bytes * shares[i]);
            }
        }

        var most = MaximumBytesPerContainer * lists.Length;
        return [.. sums.Select(bytes => (byte)(100 * (Math.Clamp(bytes, MinimumBytes, most) - MinimumBytes) / (most - MinimumBytes)))];
    }

    private static IEnumerable<string> NamesOf(PodSpec spec) => spec.InitContainers.Concat(spec.Containers).Select(container => WithTag(container.Image));

    private static string WithTag(string image) => image.LastIndexOf(':') <= image.LastIndexOf('/') ? image + ":latest" : image;
}
