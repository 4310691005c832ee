using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Scores nodes by the images that they have already; an image counts the more, the more nodes have it.</summary>
internal sealed class ImageScore(TrackedCluster cluster)
{
    private readonly int _initial = cluster.Catalog.NodeCount;
    private readonly Dictionary<int, byte[]?> _scores = [];
    private int _version;

    /// <summary>Adds the score of each node.</summary>
    public void Add(ShapePlan plan, ReadOnlySpan<int> nodes, Span<long> total)
    {
        if (plan.Images < 0 || Scores(plan.Images) is not { } scores)
        {
            return;
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            // Nodes that joined in this run have no images yet.
            total[i] += nodes[i] < scores.Length ? scores[nodes[i]] : 0;
        }
    }

    private byte[]? Scores(int images)
    {
        if (cluster.LiveCount == _initial && cluster.Nodes.Count == _initial)
        {
            return cluster.Index.ImageScores[images];
        }

        if (_version != cluster.NodesVersion)
        {
            _scores.Clear();
            _version = cluster.NodesVersion;
        }

        if (!_scores.TryGetValue(images, out var scores))
        {
            _scores[images] = scores = cluster.Index.Images.Scores(images, cluster.Live, cluster.LiveCount);
        }

        return scores;
    }
}
