using System.Diagnostics;
using System.Globalization;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>
/// Reading a snapshot with all rules, against a bare pass over the same bytes. Each run is a process of its own, warmed up on a small
/// file; processor time is compared, which other load disturbs little, and the median of three runs counts.
/// </summary>
internal sealed class ReadBenchmark : IBenchmark
{
    private const int FullSize = 150_000;
    private const int UsualSize = 15_000;
    private const int WarmUpSize = 600;
    private const int Runs = 3;

    private static readonly Bar Time = new("time, of a bare pass over the same bytes", 2.0, 1.0);
    private static readonly Bar Memory = new("peak memory, of the snapshot's bytes", 0.40, 0.15);

    public string Name => "read";

    public string Summary => $"reading a snapshot with all rules: [PODS], {UsualSize} if not given; the bars are for {FullSize}";

    public int Run(string[] arguments) => arguments switch
    {
        ["--tokens", var small, var file] => Report(Measurement.OfTokens, small, file),
        ["--rules", var small, var file] => Report(Measurement.OfRules, small, file),
        ["--write", var file, var pods] => Write(file, int.Parse(pods, CultureInfo.InvariantCulture)),
        _ => Compare(arguments is [var pods] ? int.Parse(pods, CultureInfo.InvariantCulture) : UsualSize),
    };

    private static int Report(Func<string, Measurement> measure, string small, string file)
    {
        for (var i = 0; i < Runs; i++)
        {
            _ = measure(small);
        }

        Console.WriteLine(measure(file));
        return 0;
    }

    private static int Write(string file, int size)
    {
        var (pods, nodes) = LargeCluster.Write(file, size);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pods} pods, {nodes} nodes, {new FileInfo(file).Length / 1e6:0} MB"));
        return 0;
    }

    private static int Compare(int size)
    {
        var folder = Directory.CreateTempSubdirectory("riskanalyzer-read-");
        try
        {
            var (small, large) = (Path.Combine(folder.FullName, "small.json"), Path.Combine(folder.FullName, "large.json"));
            _ = Write(small, WarmUpSize);
            _ = Write(large, size);
            return Compare(small, large);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Compare(string small, string large)
    {
        List<Measurement> bare = [], rules = [];
        for (var run = 0; run < Runs; run++)
        {
            bare.Add(InOwnProcess("--tokens", small, large));
            rules.Add(InOwnProcess("--rules", small, large));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"bare {bare[^1].ProcessorSeconds:0.00} s, {bare[^1].Count} tokens; with rules {rules[^1].ProcessorSeconds:0.00} s, peak {rules[^1].PeakBytes / 1e6:0} MB, live {rules[^1].LiveBytes / 1e6:0} MB, {rules[^1].Count} findings"));
        }

        var bytes = new FileInfo(large).Length;
        var isFast = Time.Judge(Median(rules, run => run.ProcessorSeconds) / Median(bare, run => run.ProcessorSeconds));
        var isSmall = Memory.Judge(Median(rules, run => run.PeakBytes) / bytes);
        return isFast && isSmall ? 0 : 1;
    }

    private static double Median(List<Measurement> runs, Func<Measurement, double> value) => runs.Select(value).Order().ElementAt(runs.Count / 2);

    private static Measurement InOwnProcess(string what, string small, string large)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["read", what, small, large]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Measurement.Parse(text.Trim()) : throw new InvalidOperationException($"{what} ended with {process.ExitCode}");
    }
}
