using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace RiskAnalyzer.Benchmarks.Admission;

/// <summary>Compares the review of an object with an endpoint that reads the same body and answers with a constant.</summary>
internal sealed class AdmissionBenchmark : IBenchmark
{
    private const string OwnProcess = "--measure";
    private const string Judged = "/validate";
    private const string Constant = "/constant";
    private const int Connections = 16;
    private const int Turns = 9;
    private const double MostMegabytes = 300;

    // Throughput is held to 0.60 of the constant endpoint, with 0.85 as the aim; as time for one answer that is their inverse.
    private static readonly Bar Time = new("time for an answer, of the constant endpoint's", 1 / 0.60, 1 / 0.85);
    private static readonly Bar Tail = new("p99 at half of its saturation, of its p99", 2.0, 1.25);
    private static readonly Bar Garbage = new("bytes allocated for a review, of its body", 1.0, 0.1);

    // Whoever asks is in the process too; that is little beside the cluster.
    private static readonly Bar Memory = new($"peak memory of the process, of {MostMegabytes} MB", 1, 1);

    public string Name => "admission";

    public string Summary => "[SECONDS] [small|large|all] reviews over TLS against a constant answer";

    public int Run(string[] arguments)
    {
        if (arguments is [OwnProcess, var view, var length])
        {
            return Measure(view, TimeSpan.FromSeconds(double.Parse(length, CultureInfo.InvariantCulture))) ? 0 : 1;
        }

        var seconds = arguments.Length > 0 ? arguments[0] : "5";
        var views = arguments.Length > 1 && arguments[1] != "all" ? new[] { arguments[1] } : ["small", "large"];
        return views.Select(each => ShippedRuntime.Run(Name, OwnProcess, each, seconds)).Max();
    }

    private static bool Measure(string name, TimeSpan length)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var view = new FixedView(name == "large" ? BenchCluster.Large() : BenchCluster.Small());
        var bodies = BenchReviews.All();
        Console.WriteLine(Invariant(
            $"{name} view: {view.Pods} pods, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB; bodies of {bodies.Average(each => each.Length):0} bytes"));
        using var server = new BenchServer(view);
        _ = server.BytesPerReview(bodies);
        using var load = new TlsLoad(server.Port, server.Certificate, Connections);
        load.Saturate(Judged, bodies, length / 4);
        load.Saturate(Constant, bodies, length / 4);

        var slower = InTurns(load, bodies, length);
        var allocated = server.BytesPerReview(bodies);
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64 / 1e6;
        Console.WriteLine(Invariant($"  {allocated:0} bytes allocated for a review; peak memory {peak:0} MB ({(GCSettings.IsServerGC ? "server" : "workstation")} GC)"));
        return Time.Judge(slower.Time) & Tail.Judge(slower.Tail)
            & Garbage.Judge(allocated / bodies.Average(each => each.Length)) & Memory.Judge(peak / MostMegabytes);
    }

    // One after the other in short turns, and the medians, so that whatever else the machine does concerns both.
    private static (double Time, double Tail) InTurns(TlsLoad load, IReadOnlyList<byte[]> bodies, TimeSpan length)
    {
        var turns = Enumerable.Range(0, Turns).Select(_ => (Constant: load.Saturate(Constant, bodies, length / Turns), Review: load.Saturate(Judged, bodies, length / Turns))).ToArray();
        var (constant, review) = (Median(turns, turn => turn.Constant.PerSecond), Median(turns, turn => turn.Review.PerSecond));
        Console.WriteLine(Invariant(
            $"  constant {constant:0}/s, review {review:0}/s; processor time, of the constant endpoint's {Median(turns, turn => turn.Review.Processor / turn.Constant.Processor):0.00}"));

        var rate = constant / 2;
        var (all, full, pause) = (GC.CollectionCount(0), GC.CollectionCount(GC.MaxGeneration), GC.GetTotalPauseDuration());
        var tails = Enumerable.Range(0, Turns).Select(_ => (Constant: load.Tail(Constant, bodies, rate, length / Turns), Review: load.Tail(Judged, bodies, rate, length / Turns))).ToArray();
        Console.WriteLine(Invariant(
            $"  p99 at {rate:0}/s: constant {Median(tails, tail => tail.Constant.TotalMilliseconds):0.00} ms, review {Median(tails, tail => tail.Review.TotalMilliseconds):0.00} ms"));
        Console.WriteLine(Invariant(
            $"  meanwhile {GC.CollectionCount(0) - all} collections of garbage, {GC.CollectionCount(GC.MaxGeneration) - full} of them of everything, paused for {(GC.GetTotalPauseDuration() - pause).TotalMilliseconds:0} ms in all"));
        return (Median(turns, turn => turn.Constant.PerSecond / turn.Review.PerSecond), Median(tails, tail => tail.Review / tail.Constant));
    }

    private static double Median<T>(T[] turns, Func<T, double> value) => turns.Select(value).Order().ElementAt(turns.Length / 2);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
