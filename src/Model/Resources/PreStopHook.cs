namespace RiskAnalyzer.Model.Resources;

/// <summary>What runs before the stop signal.</summary>
/// <param name="SleepSeconds">Seconds when the hook is <c>sleep</c>, or an exec that only sleeps; null when its length is unknown.</param>
public sealed record PreStopHook(double? SleepSeconds);
