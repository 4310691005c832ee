namespace RiskAnalyzer.Simulation.Durations;

/// <summary>Start and stop times that were measured earlier, by workload.</summary>
public sealed record ObservedHistory
{
    /// <summary>A history without entries.</summary>
    public static ObservedHistory Empty { get; } = new();

    /// <summary>Seconds from SIGTERM to exit by <c>Kind/namespace/name</c> of the topmost workload.</summary>
    public IReadOnlyDictionary<string, double> ShutdownSeconds { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Seconds from bound to Ready by <c>Kind/namespace/name</c> of the topmost workload.</summary>
    public IReadOnlyDictionary<string, double> StartupSeconds { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}
