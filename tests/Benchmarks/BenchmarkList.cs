namespace RiskAnalyzer.Benchmarks;

/// <summary>Finds a benchmark by its name and runs it.</summary>
internal static class BenchmarkList
{
    private static readonly IBenchmark[] All =
    [
        new Admission.AdmissionBenchmark(),
        new Drains.DrainBenchmark(),
        new Reading.ReadBenchmark(),
        new Recordings.RecordingsBenchmark(),
    ];

    /// <summary>Runs the benchmark that the first argument names; 0 when its bars hold, 1 when not, 2 when there is none of that name.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments is [var name, .. var rest] && Array.Find(All, each => each.Name == name) is { } benchmark)
        {
            return benchmark.Run(rest);
        }

        Console.Error.WriteLine("dotnet run -c Release --project tests/Benchmarks -- NAME …");
        foreach (var each in All)
        {
            Console.Error.WriteLine($"  {each.Name,-10} {each.Summary}");
        }

        return 2;
    }
}
