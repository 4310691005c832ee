using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace RiskAnalyzer.Benchmarks.Reading;

/// <summary>What one process took for a file.</summary>
/// <param name="Seconds">Time by the clock.</param>
/// <param name="ProcessorSeconds">Processor time, of all its threads.</param>
/// <param name="PeakBytes">The most memory that was resident in the whole process at any time.</param>
internal sealed record Measurement(double Seconds, double ProcessorSeconds, long PeakBytes)
{
    private const int BufferBytes = 512 * 1024;
    private const int WarmUps = 3;

    /// <summary>Reads every token of the file, as little as a JSON reader can do; without the start of the process, warmed up on a small file.</summary>
    public static Measurement OfTokens(string small, string large)
    {
        var tokens = 0L;
        for (var i = 0; i < WarmUps; i++)
        {
            tokens += Tokens(small);
        }

        using var process = Process.GetCurrentProcess();
        var (before, started) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        tokens += Tokens(large);
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return tokens > 0 ? new(elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds, process.PeakWorkingSet64) : throw new InvalidDataException(large);
    }

    /// <summary>Runs a program, from its start to its end, whose exit code must be one of some.</summary>
    public static Measurement OfProgram(string program, string[] arguments, params ReadOnlySpan<int> exitCodes)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return exitCodes.Contains(process.ExitCode) ? ChildUsage.Measure(elapsed) : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:R} {ProcessorSeconds:R} {PeakBytes}");

    public static Measurement Parse(string text) => text.Split(' ') is [var seconds, var processor, var peak]
        ? new(double.Parse(seconds, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture))
        : throw new FormatException(text);

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
