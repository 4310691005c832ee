using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>The tones of closed sets.</summary>
internal static class Tones
{
    public static Tone Of(Severity severity) => severity switch
    {
        Severity.Blocker => Tone.Blocker,
        Severity.High => Tone.High,
        Severity.Medium => Tone.Medium,
        Severity.Low => Tone.Low,
        Severity.Info => Tone.Info,
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
    };

    public static Tone Of(NodeOutcome outcome) => outcome switch
    {
        NodeOutcome.Drained => Tone.Good,
        NodeOutcome.Blocked or NodeOutcome.Refused or NodeOutcome.Failed => Tone.Blocker,
        NodeOutcome.NotReached => Tone.Quiet,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
