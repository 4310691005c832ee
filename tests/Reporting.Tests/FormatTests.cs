using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Reporting.Text;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Reporting.Tests;

public sealed class FormatTests
{
    public static TheoryData<ReportFormat> Formats { get; } = [.. Enum.GetValues<ReportFormat>()];

    public static TheoryData<ReportFormat> ForecastFormats { get; } = [.. ReportWriter.ForecastFormats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_scan_reads_as_its_golden_file_does(ReportFormat format) =>
        Same(Scan(SampleReports.Scan with { Forecast = SampleReports.Completes }, format), $"scan.{Extension(format)}");

    [Theory]
    [MemberData(nameof(ForecastFormats))]
    public void A_forecast_reads_as_its_golden_file_does(ReportFormat format)
    {
        Same(Drain(SampleReports.Completes, format), $"drain-completes.{Extension(format)}");
        Same(Drain(SampleReports.NeverEnds, format), $"drain-never-ends.{Extension(format)}");
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public void Text_reads_as_its_golden_file_does_at_other_widths(int width)
    {
        Same(Scan(SampleReports.Scan, ReportFormat.Text, new() { Width = width }), $"scan-{width}.txt");
        Same(Drain(SampleReports.NeverEnds, ReportFormat.Text, new() { Width = width }), $"drain-never-ends-{width}.txt");
    }

    [Fact]
    public void An_expanded_text_shows_every_finding() =>
        Same(Scan(SampleReports.Scan, ReportFormat.Text, new() { Expand = true }), "scan-expanded.txt");

    [Fact]
    public void A_scan_without_findings_says_so() => Same(Scan(SampleReports.Clean, ReportFormat.Text), "scan-clean.txt");

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_culture_changes_nothing(ReportFormat format)
    {
        var report = SampleReports.Scan with { Forecast = SampleReports.Completes };
        var expected = Scan(report, format);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign, other.DateTimeFormat.TimeSeparator) = (",", "minus", ".");
            CultureInfo.CurrentCulture = other;
            Assert.Equal(expected, Scan(report, format));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_lets_control_characters_through(ReportFormat format)
    {
        var text = Scan(SampleReports.Scan, format);
        Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter != '\n');
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.True(format == ReportFormat.Json || !text.Contains('\u202e', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void No_line_of_text_is_wider_than_the_terminal(int width)
    {
        var text = Scan(SampleReports.Scan with { Forecast = SampleReports.NeverEnds }, ReportFormat.Text, new() { Width = width })
            + Drain(SampleReports.Completes, ReportFormat.Text, new() { Width = width });
        Assert.All(text.Split('\n'), line => Assert.True(DisplayWidth.Of(line) <= width, line));
    }

    [Fact]
    public void Html_has_no_scripts_no_addresses_to_load_and_no_open_markup()
    {
        var html = Scan(SampleReports.Scan with { Forecast = SampleReports.Completes }, ReportFormat.Html);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Junit_is_well_formed_and_counts_what_it_holds()
    {
        var xml = XDocument.Parse(Scan(SampleReports.Scan, ReportFormat.JUnit)).Root!;
        var cases = xml.Descendants("testcase").ToList();
        Assert.Equal($"{cases.Count}", xml.Attribute("tests")!.Value);
        Assert.Equal($"{cases.Count(c => c.Element("failure") is not null)}", xml.Attribute("failures")!.Value);
        var failure = Assert.Single(xml.Descendants("failure"));
        Assert.Equal("blocker", failure.Attribute("type")!.Value);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_null_in_json()
    {
        using var json = JsonDocument.Parse(Drain(SampleReports.NeverEnds, ReportFormat.Json));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("totalSeconds").GetProperty("expected").ValueKind);
        Assert.Equal("never-ends", json.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("not-reached", json.RootElement.GetProperty("nodes")[2].GetProperty("outcome").GetString());
    }

    private static void Same(string actual, string file) =>
        Assert.Null(Golden.Difference(Repository.PathOf("tests", "Reporting.Tests", "Goldens", file), actual));

    private static string Scan(RiskReport report, ReportFormat format, TextLayout? layout = null)
    {
        using var output = new StringWriter();
        ReportWriter.Write(report, format, output, layout ?? new());
        return output.ToString();
    }

    private static string Drain(ForecastReport report, ReportFormat format, TextLayout? layout = null)
    {
        using var output = new StringWriter();
        ReportWriter.Write(report, format, output, layout ?? new());
        return output.ToString();
    }

    private static string Extension(ReportFormat format) => format switch
    {
        ReportFormat.Text => "txt",
        ReportFormat.Markdown => "md",
        ReportFormat.JUnit => "junit.xml",
        _ => Words.Of(format),
    };
}
