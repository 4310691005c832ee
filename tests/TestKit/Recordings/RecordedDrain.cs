namespace RiskAnalyzer.TestKit.Recordings;

/// <summary>The real drain of one node.</summary>
public sealed record RecordedDrain(string Node, string Verdict, double Seconds);
