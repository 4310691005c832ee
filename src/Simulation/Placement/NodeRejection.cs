namespace RiskAnalyzer.Simulation.Placement;

/// <summary>Why a node will not do.</summary>
/// <param name="Reason">The first rule that the node fails.</param>
/// <param name="Text">The rule with its numbers, in words.</param>
/// <param name="IsResolvable">Whether removing pods from the node may help, so that preemption considers it.</param>
public sealed record NodeRejection(RejectionReason Reason, string Text, bool IsResolvable);
