using RiskAnalyzer.Reporting.Content;

namespace RiskAnalyzer.Reporting.Text;

/// <summary>One bar for each node, in characters that every terminal and pipe shows.</summary>
internal static class TextTimeline
{
    private const int MostRows = 30;
    private const int MostNameColumns = 24;
    private const int LeastBarColumns = 12;

    public static void Write(TextPage page, ForecastReport report)
    {
        var rows = TimelineRow.Of(report, page.Layout.Expand ? int.MaxValue : MostRows);
        page.Section("TIMELINE (# drain, ~ node work, expected)");
        var names = rows.Select(row => DisplayWidth.Shorten(PlainText.Of(row.Node.Name), MostNameColumns)).ToList();
        var numbers = rows.Select(row => Numbers(report, row)).ToList();
        var nameWidth = names.Select(DisplayWidth.Of).DefaultIfEmpty(0).Max();
        var width = page.Layout.Width - 2;
        var barWidth = width - nameWidth - numbers.Select(text => text.Length).DefaultIfEmpty(0).Max() - 2;
        for (var i = 0; i < rows.Count; i++)
        {
            if (barWidth < LeastBarColumns)
            {
                page.Paragraph(2, $"{names[i]} {numbers[i]}", Tones.Of(rows[i].Node.Outcome));
                if (rows[i].IsReached)
                {
                    page.Raw($"  {Bar(rows[i], width)}");
                }
            }
            else
            {
                page.Raw($"  {DisplayWidth.Pad(names[i], nameWidth)} {Bar(rows[i], barWidth)} {page.Layout.Paint(Tones.Of(rows[i].Node.Outcome), numbers[i])}");
            }
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
