using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace RiskAnalyzer.Webhook.Telemetry;

/// <summary>
/// Measures what reviews come to. Every label has a closed set of values: rules of the catalogue, kinds that are registered, decisions.
/// Names of objects never become labels.
/// </summary>
internal sealed class AdmissionMetrics
{
    // Answers from memory take about a millisecond, and the API server waits for 2 to 3 s.
    private static readonly double[] DurationBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

    private readonly Counter<long> _reviews;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _findings;
    private readonly Counter<long> _notEvaluated;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _shed;
    private int _underWay;

    /// <summary>Creates the instruments; those whose series are known begin at zero.</summary>
    public AdmissionMetrics(Meter meter)
    {
        _reviews = meter.CreateCounter<long>("riskanalyzer.admission.reviews", "{review}", "Reviews that were answered, by kind, operation and decision.");
        _duration = meter.CreateHistogram(
            "riskanalyzer.admission.duration", "s", "Time from the first byte of a review to its answer, by kind.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBounds });
        _findings = meter.CreateCounter<long>("riskanalyzer.admission.findings", "{finding}", "Findings on reviewed objects, by rule, kind and effect.");
        _notEvaluated = meter.CreateCounter<long>(
            "riskanalyzer.admission.rules_not_evaluated", "{rule}", "Rules that could not be evaluated during a review, by rule.");
        _failures = meter.CreateCounter<long>("riskanalyzer.admission.rule_failures", "{rule}", "Rules that failed during a review, by rule.");
        _shed = meter.CreateCounter<long>("riskanalyzer.admission.shed", "{review}", "Reviews that were allowed unread because too many were under way.");
        _ = meter.CreateObservableUpDownCounter("riskanalyzer.admission.in_flight", () => Volatile.Read(ref _underWay), "{review}", "Reviews that are under way.");
        _shed.Add(0);
    }

    /// <summary>A review was answered.</summary>
    /// <param name="kind">The kind of the object, or <c>other</c> for one that is not registered.</param>
    /// <param name="operation">What is done to it.</param>
    /// <param name="decision">The answer: <c>clean</c>, <c>warned</c>, <c>denied</c>, <c>shed</c> or <c>failed</c>.</param>
    /// <param name="duration">How long the answer took.</param>
    public void Answered(string kind, string operation, string decision, TimeSpan duration)
    {
        _reviews.Add(1, new TagList { { "kind", kind }, { "operation", operation }, { "decision", decision } });
        _duration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));
    }

    /// <summary>A rule found something.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="kind">The kind of the object.</param>
    /// <param name="effect">What came of it: <c>warned</c>, <c>audited</c>, <c>denied</c>, <c>exempted</c> or <c>known</c> from before.</param>
    public void Found(string rule, string kind, string effect) =>
        _findings.Add(1, new TagList { { "rule", rule }, { "kind", kind }, { "effect", effect } });

    /// <summary>A rule could not be evaluated.</summary>
    public void NotEvaluated(string rule) => _notEvaluated.Add(1, new KeyValuePair<string, object?>("rule", rule));

    /// <summary>A rule failed.</summary>
    public void RuleFailed(string rule) => _failures.Add(1, new KeyValuePair<string, object?>("rule", rule));

    /// <summary>A review was allowed without being read, because too many were under way.</summary>
    public void Shed() => _shed.Add(1);

    /// <summary>A review has begun; tells how many are under way with it.</summary>
    public int Began() => Interlocked.Increment(ref _underWay);

    /// <summary>A review has ended.</summary>
    public void Ended() => Interlocked.Decrement(ref _underWay);
}
