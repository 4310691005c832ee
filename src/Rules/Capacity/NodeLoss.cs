using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>What became of the pods of a node that was taken away.</summary>
/// <param name="Node">The node.</param>
/// <param name="Moved">How many pods had to move.</param>
/// <param name="Unplaced">Those for which the others had no room, in the order in which they were placed.</param>
/// <param name="HeldByVolume">Those that other nodes would take if their volumes could be had there, and that no node takes.</param>
/// <param name="FitElsewhere">Whether all of these fit on workers of other groups.</param>
/// <param name="Unknown">Why it cannot be told of some pods whether they fit; null when it can of all.</param>
internal sealed record NodeLoss(
    Node Node, int Moved, ImmutableArray<UnplacedPod> Unplaced, ImmutableArray<UnplacedPod> HeldByVolume, bool FitElsewhere, string? Unknown);
