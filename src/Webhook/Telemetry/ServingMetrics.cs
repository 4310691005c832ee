using System.Diagnostics.Metrics;
using RiskAnalyzer.Webhook.Serving;

namespace RiskAnalyzer.Webhook.Telemetry;

/// <summary>Measures what the program serves with: certificate, policy, view of the cluster, and its own version.</summary>
internal sealed class ServingMetrics
{
    private static readonly KeyValuePair<string, object?> Loaded = new("outcome", "loaded");
    private static readonly KeyValuePair<string, object?> Rejected = new("outcome", "rejected");

    private readonly Meter _meter;
    private readonly Counter<long> _certificates;
    private readonly Counter<long> _policies;

    /// <summary>Creates the instruments that count; series begin at zero.</summary>
    public ServingMetrics(Meter meter)
    {
        _meter = meter;
        _certificates = meter.CreateCounter<long>(
            "riskanalyzer.certificate.reloads", "{reload}", "Changes of the certificate files, by whether the new pair is served or the last good one stays.");
        _policies = meter.CreateCounter<long>(
            "riskanalyzer.policy.reloads", "{reload}", "Changes of the policy file, by whether the new policy is in force or the last good one stays.");
        foreach (var counter in new[] { _certificates, _policies })
        {
            counter.Add(0, Loaded);
            counter.Add(0, Rejected);
        }

        var version = BuildInfo.Tags;
        _ = meter.CreateObservableGauge("riskanalyzer.build_info", () => new Measurement<int>(1, version), null, "1; the labels say which build runs.");
    }

    /// <summary>Creates the instruments that look at the state of the server.</summary>
    public void Observe(Func<DateTimeOffset?> certificateEnd, IViewStatus view)
    {
        _ = _meter.CreateObservableGauge(
            "riskanalyzer.certificate.not_after_timestamp_seconds", () => Seconds(certificateEnd()), "s",
            "When the served certificate expires, in seconds since 1970; missing while there is none.");
        _ = _meter.CreateObservableGauge(
            "riskanalyzer.view.ready", () => view.IsReady ? 1 : 0, null, "1 when there is a view of the cluster, however old; 0 before the first one.");
        _ = _meter.CreateObservableGauge(
            "riskanalyzer.view.staleness", () => Seconds(view.Staleness), "s",
            "Age of the view of the cluster: how long ago it was last known to be current; missing before the first one.");
    }

    /// <summary>A new certificate is served.</summary>
    public void CertificateLoaded() => _certificates.Add(1, Loaded);

    /// <summary>A changed certificate cannot be served.</summary>
    public void CertificateRejected() => _certificates.Add(1, Rejected);

    /// <summary>A new policy is in force.</summary>
    public void PolicyLoaded() => _policies.Add(1, Loaded);

    /// <summary>A changed policy has mistakes.</summary>
    public void PolicyRejected() => _policies.Add(1, Rejected);

    private static IEnumerable<Measurement<double>> Seconds(DateTimeOffset? moment) =>
        moment is { } known ? [new(known.ToUnixTimeMilliseconds() / 1000.0)] : [];

    private static IEnumerable<Measurement<double>> Seconds(TimeSpan? duration) => duration is { } known ? [new(known.TotalSeconds)] : [];
}
