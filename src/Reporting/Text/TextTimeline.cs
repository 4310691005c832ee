using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>One bar for each node, in characters that every terminal and pipe shows.</summary>
internal static class TextTimeline
{
    private const int MostRows = 30;
    private const int MostNameColumns = 24;
    private const int NumberColumns = 30;

    public static void Write(TextPage page, ForecastReport report)
    {
        var rows = TimelineRow.Of(report, page.Layout.Expand ? int.MaxValue : MostRows);
        page.Section("TIMELINE (# drain, ~ node work, expected)");
        var width = page.Layout.Width - 2;
        var nameWidth = Math.Min(page.IsNarrow ? width : MostNameColumns, rows.Select(row => DisplayWidth.Of(PlainText.Of(row.Node.Name))).DefaultIfEmpty(0).Max());
        foreach (var row in rows)
        {
            var name = DisplayWidth.Pad(DisplayWidth.Shorten(PlainText.Of(row.Node.Name), nameWidth), nameWidth);
            var numbers = Numbers(report, row);
            if (page.IsNarrow)
            {
                page.Paragraph(2, $"{name.TrimEnd()} {numbers}");
                page.Raw($"  {Bar(row, width)}");
                continue;
            }

            var bar = Bar(row, Math.Max(8, width - nameWidth - NumberColumns - 2));
            page.Raw($"  {name} {bar} {page.Layout.Paint(Tones.Of(row.Node.Outcome), numbers)}");
        }

        TextFindings.More(page, report.Forecast.Nodes.Count - rows.Count);
    }

    private static string Numbers(ForecastReport report, TimelineRow row)
    {
        var outcome = Words.Of(row.Node.Outcome);
        if (!row.IsReached)
        {
            return outcome;
        }

        var start = report.Plan.WindowStart is { } opens
            ? $"{ForecastVerdict.Clock(opens, row.Node.StartSeconds.Expected)} "
            : $"at {DurationText.Of(row.Node.StartSeconds.Expected)}: ";
        return $"{start}{outcome} {DurationText.Of(row.Node.DrainSeconds.Expected)}{Share(row)}";
    }

    private static string Share(TimelineRow row) => row.Node.OutcomeShare < 1 ? $" in {Math.Round(row.Node.OutcomeShare * 100)} % of runs" : "";

    private static string Bar(TimelineRow row, int width)
    {
        if (!row.IsReached)
        {
            return new string(' ', width);
        }

        var start = (int)Math.Min(width - 1, Math.Floor(row.Start * width));
        var drained = (int)Math.Clamp(Math.Round(row.DrainEnd * width), start + 1, width);
        var end = (int)Math.Clamp(Math.Round(row.WorkEnd * width), drained, width);
        return new string(' ', start) + new string('#', drained - start) + new string('~', end - drained) + new string(' ', width - end);
    }
}
