namespace RiskAnalyzer.Hosting.Telemetry;

/// <summary>A bucket of a histogram.</summary>
/// <param name="UpperBound">The largest value that it holds; positive infinity for the last one.</param>
/// <param name="Count">Observations up to that bound: of this bucket and of all before it.</param>
public readonly record struct MetricBucket(double UpperBound, long Count);
