using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RiskAnalyzer.Simulation.Forecasts;

namespace RiskAnalyzer.Reporting.Json;

/// <summary>Writes JSON to a text writer piece by piece, so that a long report is never held as a whole.</summary>
internal sealed class JsonOutput : IDisposable
{
    private const int PieceBytes = 64 * 1024;

    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(PieceBytes);

    public JsonOutput(TextWriter output)
    {
        _output = output;

        // Reports are read by people too: letters stay letters; quotes and control characters are escaped by every encoder.
        Json = new(_buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Writes the values.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Hands on what was written so far when it has become much.</summary>
    public void Drain()
    {
        if (Json.BytesPending + _buffer.WrittenCount > PieceBytes)
        {
            Flush();
        }
    }

    /// <summary>Writes a number of seconds with at most three decimals; null for one that is not finite.</summary>
    public void Seconds(string name, double seconds)
    {
        if (double.IsFinite(seconds))
        {
            Json.WriteNumber(name, (decimal)Math.Round(seconds, 3, MidpointRounding.AwayFromZero));
        }
        else
        {
            Json.WriteNull(name);
        }
    }

    /// <summary>Writes the best, the expected and the worst case.</summary>
    public void Estimate(string name, Estimate estimate)
    {
        Json.WriteStartObject(name);
        Seconds("best", estimate.Best);
        Seconds("expected", estimate.Expected);
        Seconds("worst", estimate.Worst);
        Json.WriteEndObject();
    }

    /// <summary>Writes a list of objects, piece by piece.</summary>
    /// <param name="name">The name of the list.</param>
    /// <param name="items">What it is of.</param>
    /// <param name="write">Writes what an object holds.</param>
    public void Objects<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        Json.WriteStartArray(name);
        foreach (var item in items)
        {
            Json.WriteStartObject();
            write(item);
            Json.WriteEndObject();
            Drain();
        }

        Json.WriteEndArray();
    }

    /// <summary>Writes a text, or null.</summary>
    public void TextOrNull(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            Json.WriteNull(name);
        }
        else
        {
            Json.WriteString(name, text);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        _output.Write('\n');
        Json.Dispose();
    }

    private void Flush()
    {
        Json.Flush();
        _output.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.ResetWrittenCount();
    }
}
