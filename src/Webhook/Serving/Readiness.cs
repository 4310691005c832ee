using RiskAnalyzer.Webhook.Rehearsing;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>
/// Judges whether reviews can be answered. Needs a certificate, a policy and a rehearsal for good; the view of the cluster only for a limited time, since
/// an answer that says which rules were not evaluated beats none, and never the API server, without which nobody asks anyway.
/// </summary>
internal sealed class Readiness(
    ServingCertificate certificate, ServingPolicy policy, IViewStatus view, Rehearsal rehearsal, Draining draining, TimeSpan viewWait, TimeProvider clock)
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();

    /// <summary>Judges now.</summary>
    public ReadinessReport Judge()
    {
        (bool IsGood, string Line)[] parts = [Ending(), Certificate(), Policy(), Rehearsed(), View()];
        return new(parts.All(part => part.IsGood), string.Concat(parts.Select(part => $"{(part.IsGood ? "[+]" : "[-]")}{part.Line}\n")));
    }

    private (bool IsGood, string Line) Ending() => draining.HasBegun ? (false, "shutdown: under way") : (true, "shutdown: none");

    private (bool IsGood, string Line) Certificate() => certificate switch
    {
        { Current: null } => (false, $"certificate: {certificate.Problem ?? "not read yet"}"),
        { Problem: { } problem } => (true, $"certificate: the last good one is served; {problem}"),
        _ => (true, "certificate: ok"),
    };

    private (bool IsGood, string Line) Policy() =>
        (true, policy.Problem.Length == 0 ? $"policy: {policy.Current.Name}" : $"policy: {policy.Current.Name} stays; {policy.Problem.ReplaceLineEndings("; ")}");

    private (bool IsGood, string Line) Rehearsed() => rehearsal.Over.IsCompleted ? (true, "rehearsal: over") : (false, "rehearsal: under way");

    private (bool IsGood, string Line) View()
    {
        var waited = clock.GetUtcNow() - _start;
        return (view.IsReady, waited < viewWait) switch
        {
            (true, _) => (true, "view: ok"),
            (false, true) => (false, $"view: not read yet; awaited for {viewWait.TotalSeconds} s at most"),
            (false, false) => (true, "view: not read yet; rules that need the cluster are not evaluated"),
        };
    }
}
