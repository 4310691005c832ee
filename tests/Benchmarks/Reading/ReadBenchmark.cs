using System.Diagnostics;
using System.Globalization;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>
/// <c>riskanalyzer scan FILE --no-forecast</c>, as it is published and from its start to its end, against a bare pass over the same bytes.
/// Each run is a process of its own, and the median of three runs counts. The bar is for the time by the clock, the command using what threads
/// it likes; the processor time of all of them is printed beside it, which other load disturbs less.
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

    public string Summary => $"scanning a snapshot with all rules: [PODS], {UsualSize} if not given; the bars are for {FullSize}";

    public int Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["--tokens", var small, var large]:
                Console.WriteLine(Measurement.OfTokens(small, large));
                return 0;
            case ["--scan", var scanner, var large]:
                Console.WriteLine(Measurement.OfProgram(scanner, ["scan", large, "--no-forecast", "--format", $"json={Path.ChangeExtension(large, "report")}"], 0, 1));
                return 0;
            case ["--write", var file, var pods]:
                return Write(file, int.Parse(pods, CultureInfo.InvariantCulture));
            default:
                return Compare(arguments is [var size] ? int.Parse(size, CultureInfo.InvariantCulture) : UsualSize);
        }
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
            var (small, large) = (Path.Join(folder.FullName, "small.json"), Path.Join(folder.FullName, "large.json"));
            var scanner = Published(Path.Join(folder.FullName, "scanner"));
            _ = Write(small, WarmUpSize);
            _ = Write(large, size);
            return Compare(scanner, small, large);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Publishes the command as the Dockerfile does.</summary>
    private static string Published(string folder)
    {
        using var publish = Process.Start("dotnet", ["publish", Repository.PathOf("src", "Scanner"), "-c", "Release", "-o", folder, "-v", "quiet", "-nodeReuse:false"]);
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Join(folder, "riskanalyzer") : throw new InvalidOperationException("the command could not be published");
    }

    private static int Compare(string scanner, string small, string large)
    {
        List<Measurement> bare = [], scans = [];
        for (var run = 0; run < Runs; run++)
        {
            bare.Add(InOwnProcess("--tokens", small, large));
            scans.Add(InOwnProcess("--scan", scanner, large));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"bare {bare[^1].Seconds:0.00} s; scan {scans[^1].Seconds:0.00} s, peak {scans[^1].PeakBytes / 1e6:0} MB"));
        }

        var bytes = new FileInfo(large).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time: {Ratio(scans, bare, run => run.ProcessorSeconds):0.00} of the bare pass"));
        var isFast = Time.Judge(Ratio(scans, bare, run => run.Seconds));
        var isSmall = Memory.Judge(Median(scans, run => run.PeakBytes) / bytes);
        return isFast && isSmall ? 0 : 1;
    }

    private static double Ratio(List<Measurement> runs, List<Measurement> bare, Func<Measurement, double> value) => Median(runs, value) / Median(bare, value);

    private static double Median(List<Measurement> runs, Func<Measurement, double> value) => runs.Select(value).Order().ElementAt(runs.Count / 2);

    private static Measurement InOwnProcess(params ReadOnlySpan<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["read", .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Measurement.Parse(text.Trim()) : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
