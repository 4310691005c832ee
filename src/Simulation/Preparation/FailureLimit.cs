namespace RiskAnalyzer.Simulation.Preparation;

/// <summary>How many failures of its pods a Job survives.</summary>
/// <param name="Most">The most that it survives (<c>backoffLimit</c>).</param>
/// <param name="Before">Those that it has had when the run begins (<c>status.failed</c>).</param>
internal sealed record FailureLimit(int Most, int Before);
