using System.Globalization;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.Benchmarks.Drains;

/// <summary>
/// The forecast of a maintenance of all nodes, one at a time: how it grows with the cluster, with constraints, with seeds, and what it holds.
/// Processor time is compared, which other load disturbs little; the clock is printed beside it.
/// </summary>
internal sealed class DrainBenchmark : IBenchmark
{
    private const int Seeds = 20;
    private const int SeedsSize = 500;
    private const int FewSeeds = 4;
    private const int ResultsSize = 1000;
    private const int ConstrainedOfTen = 3;

    private static readonly int[] Sizes = [100, 500, 1000, 2500, 5000];
    private static readonly Bar Growth = new("exponent of the time from 100 nodes up", 1.35, 1.10);
    private static readonly Bar Mix = new("30 % with spread or anti-affinity, of none", 3, 1.5);
    private static readonly Bar Many = new("20 seeds, of one", 12, 9);
    private static readonly Bar Memory = new("memory beside the snapshot's, of the snapshot's", 1.3, 1.3);

    public string Name => "drain";

    public string Summary => "forecasting a maintenance: [NODES], 5000 if not given, the largest of 100, 500, 1000, 2500, 5000";

    public int Run(string[] arguments)
    {
        var largest = arguments is [var nodes] ? int.Parse(nodes, CultureInfo.InvariantCulture) : Sizes[^1];
        var sizes = Sizes.Where(size => size <= largest).ToArray();
        Forecast(Read(sizes[0], ConstrainedOfTen), seeds: 2);

        var plain = sizes.Select(size => Measure(size, constrainedOfTen: 0)).ToArray();
        var constrained = Measure(sizes[^1], ConstrainedOfTen);
        bool[] kept =
        [
            Growth.Judge(Math.Log(plain[^1] / plain[0]) / Math.Log((double)sizes[^1] / sizes[0])),
            Mix.Judge(constrained / plain[^1]),
            Many.Judge(SeedsRatio(Math.Min(SeedsSize, sizes[^1]))),
            Memory.Judge(MemoryRatio(sizes[^1], FewSeeds)),

            // The results of all runs are kept until the last has ended; as many as by default would take minutes at the largest size.
            Memory.Judge(MemoryRatio(Math.Min(ResultsSize, sizes[^1]), Seeds)),
        ];
        return kept.All(each => each) ? 0 : 1;
    }

    private static ClusterSnapshot Read(int nodes, int constrainedOfTen) => new SyntheticCluster { Nodes = nodes, ConstrainedOfTen = constrainedOfTen }.Read();

    private static double Measure(int nodes, int constrainedOfTen)
    {
        var snapshot = Read(nodes, constrainedOfTen);
        var (best, clock) = (double.MaxValue, 0d);

        // What takes a moment is repeated, as one collection of garbage would weigh too much.
        for (var i = 0; i < (nodes <= SeedsSize ? 3 : 1); i++)
        {
            var took = Took.By(() => Forecast(snapshot, seeds: 1));
            (best, clock) = took.Processor < best ? (took.Processor, took.Clock) : (best, clock);
        }

        Print($"{nodes,5} nodes, {snapshot.Pods.Count(),6} pods, {constrainedOfTen * 10,2} % constrained: {best,6:0.00} s of processor time for one seed, {clock,6:0.00} s by the clock");
        return best;
    }

    private static double SeedsRatio(int nodes)
    {
        var snapshot = Read(nodes, ConstrainedOfTen);
        var (one, many) = (Took.By(() => Forecast(snapshot, seeds: 1)), Took.By(() => Forecast(snapshot, Seeds)));
        Print($"{nodes,5} nodes: one seed {one.Clock:0.00} s, {Seeds} seeds {many.Clock:0.00} s by the clock; {one.Processor:0.00} and {many.Processor:0.00} s of processor time");
        return many.Processor / one.Processor;
    }

    private static double MemoryRatio(int nodes, int seeds)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var snapshot = Read(nodes, ConstrainedOfTen);
        var loaded = GC.GetTotalMemory(forceFullCollection: true) - before;
        var more = MemoryPeak.During(() => Forecast(snapshot, seeds)) - before - loaded;
        Print($"{nodes,5} nodes: the snapshot has {loaded / 1e6:0} MB, simulating it with {seeds} seeds {more / 1e6:0} MB more");
        GC.KeepAlive(snapshot);
        return (double)more / loaded;
    }

    private static void Forecast(ClusterSnapshot snapshot, int seeds) =>
        GC.KeepAlive(DrainForecaster.Run(snapshot, TestPlans.Default(snapshot), new()
        {
            Seeds = seeds,
            WhatIf = false,
            ForEach = static (count, run) => Parallel.For(0, count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, run),
        }));

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
