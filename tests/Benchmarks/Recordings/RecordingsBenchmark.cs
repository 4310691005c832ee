using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Recordings;

namespace RiskAnalyzer.Benchmarks.Recordings;

/// <summary>Holds the forecast to recorded drains and prints how near it came: those of the repository, or those below a folder.</summary>
internal sealed class RecordingsBenchmark : IBenchmark
{
    private const int Met = 0;
    private const int Missed = 1;
    private const int Usage = 2;

    public string Name => "recordings";

    public string Summary => "the forecast beside recorded drains: [FOLDER], those of the repository if not given";

    public int Run(string[] arguments)
    {
        if (arguments.Length > 1)
        {
            Console.Error.WriteLine($"{Name} [FOLDER]");
            return Usage;
        }

        var folder = arguments is [var given] ? given : Repository.PathOf("tests", "recordings");
        var recordings = Directory.Exists(folder) ? Recording.In(folder).ToArray() : [];
        if (recordings.Length == 0)
        {
            Console.Error.WriteLine($"{folder}: no recordings; they lie in CASE/plan.json and CASE/RUN/{{cluster,actual}}.json");
            return Usage;
        }

        var rows = recordings.AsParallel().AsOrdered().Select(RecordingComparison.Of).ToArray();
        RecordingTable.Write(rows, Console.Out);
        return ForecastBar.Misses(rows).Any() ? Missed : Met;
    }
}
