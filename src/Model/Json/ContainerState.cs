namespace RiskAnalyzer.Model.Json;

/// <summary>The state of a container: it waits, runs, or neither.</summary>
internal readonly record struct ContainerState(string? WaitingReason, DateTimeOffset? RunningSince);
