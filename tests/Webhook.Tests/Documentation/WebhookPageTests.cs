using System.Diagnostics.Metrics;
using RiskAnalyzer.Hosting.Telemetry;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.Webhook.Bootstrap;
using RiskAnalyzer.Webhook.Configuration;
using RiskAnalyzer.Webhook.Serving;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Tests.Documentation;

/// <summary>The tables of <c>docs/webhook.md</c> are those of the program; <c>RISKANALYZER_ACCEPT=1</c> writes them anew.</summary>
public sealed class WebhookPageTests
{
    private static readonly string Page = TestKit.Repository.PathOf("docs", "webhook.md");

    [Fact]
    public void Its_tables_are_current()
    {
        var text = File.ReadAllText(Page);
        text = Replace(text, "settings: webhook", SettingRows(WebhookSettings.Table));
        text = Replace(text, "settings: bootstrap", SettingRows(BootstrapSettings.Table));
        text = Replace(text, "metrics", MetricRows());
        Assert.Null(Golden.Difference(Page, text));
    }

    private static string Replace(string text, string block, IEnumerable<string> rows)
    {
        var start = $"<!-- {block} -->\n";
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        return $"{text[..from]}\n{string.Join('\n', rows)}\n\n{text[to..]}";
    }

    private static IEnumerable<string> SettingRows<T>(SettingTable<T> table)
        where T : class, new() =>
        table.All.Select(setting => $"| `--{setting.Name}` | {Code(setting.Default)} | {setting.Values} | {setting.Meaning} |")
            .Prepend("|---|---|---|---|").Prepend("| Setting | Default | Values | Decides |");

    private static IEnumerable<string> MetricRows() => Families().OrderBy(family => family.Name, StringComparer.Ordinal)
        .Select(family => $"| `{family.Name}{(family.Kind == MetricKind.Counter ? "_total" : "")}` | {family.Kind.ToString().ToLowerInvariant()} | {Labels(family)} | {family.Help} |")
        .Prepend("|---|---|---|---|").Prepend("| Metric | Type | Labels | Says |");

    private static string Labels(MetricFamily family) => string.Join(", ", family.Samples[0].Labels.Select(label => $"`{label.Key}`"));

    private static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";

    // Everything is measured once, so that every instrument has a series.
    private static IReadOnlyList<MetricFamily> Families()
    {
        using var meter = new Meter("RiskAnalyzer");
        using var telemetry = ProgramTelemetry.Start(new() { ServiceName = "test", ServiceVersion = "1", Meters = [meter] });
        var (admission, serving) = (new AdmissionMetrics(meter), new ServingMetrics(meter));
        admission.Answered("Deployment", "CREATE", "warned", TimeSpan.Zero);
        admission.Found("single-replica", "Deployment", "warned");
        admission.NotEvaluated("single-replica");
        admission.RuleFailed("single-replica");
        serving.Observe(() => DateTimeOffset.UnixEpoch, new View());
        return telemetry.Families();
    }

    private sealed class View : IViewStatus
    {
        public bool IsReady => true;

        public TimeSpan? Staleness => TimeSpan.Zero;
    }
}
