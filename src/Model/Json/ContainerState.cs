namespace RiskAnalyzer.Model.Json;

/// <summary>The state of a container: it waits, runs or has ended.</summary>
internal readonly record struct ContainerState(string? WaitingReason, DateTimeOffset? RunningSince, int? ExitCode, string? ExitReason);
