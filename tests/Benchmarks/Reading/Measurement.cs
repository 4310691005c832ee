using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>What one process measured on a file.</summary>
/// <param name="ProcessorSeconds">Processor time of the process, of all its threads.</param>
/// <param name="PeakBytes">The most memory that was resident in the whole process at any time.</param>
/// <param name="LiveBytes">Managed memory that is still reachable at the end.</param>
/// <param name="Count">Tokens or findings, which keeps the work from being optimized away.</param>
internal sealed record Measurement(double ProcessorSeconds, long PeakBytes, long LiveBytes, long Count)
{
    private const int BufferBytes = 512 * 1024;

    /// <summary>Reads every token of the file, as little as a JSON reader can do.</summary>
    public static Measurement OfTokens(string path) => Measure(() => (Tokens(path), new object()));

    /// <summary>Reads the cluster and asks all rules.</summary>
    public static Measurement OfRules(string path) => Measure(() =>
    {
        var input = ManifestReader.Read([path], new() { Now = DateTimeOffset.UnixEpoch });
        var evaluation = new RuleEngine(RuleCatalog.Default).Evaluate(input.Snapshot, Policy.Default(RuleCatalog.Default));
        return input.Errors is [] && input.Snapshot.Problems is [] ? (evaluation.Findings.Count, (input, evaluation)) : throw new InvalidDataException("the file was not read whole");
    });

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ProcessorSeconds:R} {PeakBytes} {LiveBytes} {Count}");

    public static Measurement Parse(string text) => text.Split(' ') is [var seconds, var peak, var live, var count]
        ? new(double.Parse(seconds, CultureInfo.InvariantCulture), Whole(peak), Whole(live), Whole(count))
        : throw new FormatException(text);

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static Measurement Measure(Func<(long Count, object Kept)> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var (count, kept) = work();
        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        var peak = process.PeakWorkingSet64;
        var live = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(kept);
        return new(seconds, peak, live, count);
    }

    private static long Tokens(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var buffer = new byte[BufferBytes];
        var (tokens, kept, state) = (0L, 0, new JsonReaderState());
        while (true)
        {
            var read = file.Read(buffer, kept, buffer.Length - kept);
            var reader = new Utf8JsonReader(buffer.AsSpan(0, kept + read), isFinalBlock: read == 0, state);
            while (reader.Read())
            {
                tokens++;
            }

            if (read == 0)
            {
                return tokens;
            }

            var consumed = (int)reader.BytesConsumed;
            kept = kept + read - consumed;
            Buffer.BlockCopy(buffer, consumed, buffer, 0, kept);
            state = reader.CurrentState;
        }
    }
}
