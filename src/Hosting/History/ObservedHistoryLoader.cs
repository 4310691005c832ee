using System.Globalization;
using RiskAnalyzer.Hosting.Documents;
using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Simulation.Durations;

namespace RiskAnalyzer.Hosting.History;

/// <summary>Reads files of start and stop times that were measured earlier; docs/observed-history.md describes them.</summary>
public static class ObservedHistoryLoader
{
    /// <summary>The version that the file must have.</summary>
    public const string ApiVersion = "riskanalyzer.io/v1";

    /// <summary>The kind that the file must have.</summary>
    public const string Kind = "ObservedHistory";

    /// <summary>Reads a file.</summary>
    /// <param name="text">What it holds, YAML or JSON.</param>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="mistakes">All mistakes, one line each, with file, line and path.</param>
    public static ObservedHistory Read(string text, string file, out IReadOnlyList<string> mistakes)
    {
        var found = new MistakeList();
        var (shutdown, startup) = (new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal));
        if (DocumentReader.Open(text, found) is { } document)
        {
            DocumentHeader.Expect(found, "apiVersion", document.Text("apiVersion"), ApiVersion);
            DocumentHeader.Expect(found, "kind", document.Text("kind"), Kind);
            foreach (var (workload, entry) in document.Group("workloads")?.Entries() ?? [])
            {
                Check(workload, entry, found);
                Seconds(entry, "shutdownSeconds", workload, shutdown, found);
                Seconds(entry, "startupSeconds", workload, startup, found);
                entry.Finish();
            }

            document.Finish();
        }

        mistakes = [.. found.Sorted().Select(mistake => mistake.In(file))];
        return new() { ShutdownSeconds = shutdown, StartupSeconds = startup };
    }

    private static void Check(string workload, DocumentReader entry, MistakeList found)
    {
        if (workload.Split('/').Length != 3)
        {
            found.Add(entry.Path, entry.Line, "must be named Kind/namespace/name, such as Deployment/shop/cart");
        }
    }

    private static void Seconds(DocumentReader entry, string field, string workload, Dictionary<string, double> history, MistakeList found)
    {
        if (entry.Text(field) is not { } text)
        {
            return;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= DurationSyntax.MaxSeconds)
        {
            history[workload] = seconds;
        }
        else
        {
            found.Add($"{entry.Path}.{field}", $"must be seconds from 0 up to a year, but is '{text}'");
        }
    }
}
