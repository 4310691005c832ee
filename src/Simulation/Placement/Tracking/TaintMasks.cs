using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Which nodes the holders of each list of tolerations may go to, and how many soft taints there they do not tolerate.</summary>
internal sealed class TaintMasks
{
    private readonly ImmutableArray<Toleration>[] _tolerations;
    private readonly ulong[][] _admitted;
    private readonly int[]?[] _soft;

    public TaintMasks(ImmutableArray<Toleration>[] tolerations, int capacity)
    {
        _tolerations = tolerations;
        _admitted = [.. tolerations.Select(_ => new ulong[Bits.Words(capacity)])];
        _soft = new int[]?[tolerations.Length];
    }

    /// <summary>A copy that goes its own way.</summary>
    public TaintMasks(TaintMasks other)
    {
        _tolerations = other._tolerations;
        _admitted = [.. other._admitted.Select(each => (ulong[])each.Clone())];
        _soft = [.. other._soft.Select(each => (int[]?)each?.Clone())];
    }

    /// <summary>The nodes whose cordon and hard taints are tolerated.</summary>
    public ulong[] Admitted(int tolerations) => _admitted[tolerations];

    /// <summary>The soft taints of each node that are not tolerated; null when there is none anywhere.</summary>
    public int[]? Soft(int tolerations) => _soft[tolerations];

    /// <summary>Takes in a node or its changed taints.</summary>
    public void Read(int node, NodeSlot slot)
    {
        for (var i = 0; i < _tolerations.Length; i++)
        {
            Bits.Put(ref _admitted[i], node, (!slot.Unschedulable || Tolerations.Tolerate(_tolerations[i], Taint.Cordoned)) && BearsHard(i, slot));
            var soft = 0;
            foreach (var taint in slot.Taints)
            {
                soft += Tolerations.IsSoft(taint) && !Tolerations.Tolerate(_tolerations[i], taint) ? 1 : 0;
            }

            if (soft > 0 || _soft[i] is not null)
            {
                _soft[i] ??= new int[_admitted[i].Length * Bits.PerWord];
                if (node >= _soft[i]!.Length)
                {
                    Array.Resize(ref _soft[i], _admitted[i].Length * Bits.PerWord);
                }

                _soft[i]![node] = soft;
            }
        }
    }

    /// <summary>Whether the hard taints of a node are tolerated, its cordon aside.</summary>
    public bool BearsHard(int tolerations, NodeSlot slot)
    {
        foreach (var taint in slot.Taints)
        {
            if (Tolerations.IsHard(taint) && !Tolerations.Tolerate(_tolerations[tolerations], taint))
            {
                return false;
            }
        }

        return true;
    }
}
