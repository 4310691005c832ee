using System.Text.Json;
using Microsoft.Playwright;

namespace RiskAnalyzer.Reporting.Tests;

/// <summary>The pages in a real browser: Debian's Chromium, where it is installed.</summary>
public sealed class BrowserTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>, IDisposable
{
    // What text must have against its ground, for everybody to read it.
    // Source: https://www.w3.org/TR/WCAG22/#contrast-minimum.
    private const double LeastContrast = 4.5;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("riskanalyzer-");
    private readonly List<string> _complaints = [];

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(400, ColorScheme.Light)]
    [InlineData(400, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task A_page_is_whole_fits_its_window_and_can_be_read(int width, ColorScheme colours)
    {
        foreach (var page in Pages())
        {
            var tab = await OpenAsync(page, width, colours);
            Assert.True(await tab.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"wider than {width} pixels");
            Assert.Equal(1, await tab.Locator("h1").CountAsync());
            Assert.Equal(0, await tab.Locator("table th:not([scope])").CountAsync());
            var faint = await tab.EvaluateAsync<JsonElement>(FaintTexts, LeastContrast);
            Assert.True(faint.GetArrayLength() == 0, $"too little contrast: {faint}");
            Assert.Empty(_complaints);
        }
    }

    [Fact]
    public async Task Names_from_objects_are_shown_and_never_run()
    {
        var tab = await OpenAsync(Html(output => ReportWriter.Write(SampleReports.Scan, ReportFormat.Html, output, new())), 1280, ColorScheme.Light);
        Assert.Contains("a b&c.yaml", await tab.Locator("body").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await tab.Locator("main b, script, iframe, img").CountAsync());
    }

    [Fact]
    public async Task What_is_folded_opens_and_prints()
    {
        var tab = await OpenAsync(Html(output => ReportWriter.Write(SampleReports.Scan, ReportFormat.Html, output, new())), 1280, ColorScheme.Light);
        var details = tab.Locator("details").First;
        await details.Locator("summary").ClickAsync();
        Assert.True(await details.Locator("li").First.IsVisibleAsync());
        await tab.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.NotEmpty(await tab.PdfAsync());
    }

    private static IEnumerable<string> Pages() =>
    [
        Html(output => ReportWriter.Write(SampleReports.Scan with { Forecast = SampleReports.Completes }, ReportFormat.Html, output, new())),
        Html(output => ReportWriter.Write(SampleReports.NeverEnds, ReportFormat.Html, output, new())),
    ];

    private static string Html(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        return output.ToString();
    }

    private async Task<IPage> OpenAsync(string html, int width, ColorScheme colours)
    {
        var file = Path.Join(_directory.FullName, "report.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        var tab = await fixture.Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = colours });
        tab.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        tab.PageError += (_, error) => _complaints.Add(error);
        tab.Request += (_, request) =>
        {
            if (request.Url != $"file://{file}")
            {
                _complaints.Add($"asks for {request.Url}");
            }
        };
        _ = await tab.GotoAsync($"file://{file}");
        return tab;
    }

    // Every text with its colour and that of the nearest ground, as WCAG computes the contrast of two colours.
    private const string FaintTexts = """
        least => {
          const rgb = text => text.match(/[\d.]+/g).map(Number);
          const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
          const contrast = e => { const [a, b] = [light(rgb(getComputedStyle(e).color).slice(0, 3)), light(ground(e))].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
          return [...document.querySelectorAll('body *')]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.getClientRects().length > 0)
            .filter(e => contrast(e) < least).map(e => e.outerHTML.slice(0, 120));
        }
        """;
}
