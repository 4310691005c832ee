using System.Text;
using System.Text.Json;
using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Model.Tests.Json;

/// <summary>Where a value ends, as the scan over bytes finds it, against the reader that looks at every token.</summary>
public sealed class JsonExtentTests
{
    private const int Documents = 300;
    private const int MaxLevels = 6;
    private static readonly string[] Awkward = ["\\\"", "\\\\", "{", "}", "[", "]", "\\u005c", "é", "\\n", ":", ",", " "];

    [Fact]
    public void The_end_and_the_lines_are_those_of_a_reader_however_the_bytes_arrive()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var random = new Random(seed);
            var json = Encoding.UTF8.GetBytes(Value(random, MaxLevels, mustNest: true) + " ,{\"next\": [1]}");
            var (length, lines) = Expected(json);

            Assert.Equal(length, JsonExtent.Find(json));
            var scan = new JsonExtentScan();
            var at = 0;
            var end = -1;
            while (end < 0)
            {
                var piece = Math.Min(random.Next(1, 200), json.Length - at);
                end = scan.Continue(json.AsSpan(at, piece));
                at += end < 0 ? piece : end;
            }

            Assert.True(at == length && scan.Lines == lines, $"seed {seed}: {at} of {length} bytes, {scan.Lines} of {lines} lines");
        }
    }

    [Fact]
    public void What_is_cut_off_anywhere_has_no_end()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var json = Encoding.UTF8.GetBytes(Value(new(seed), MaxLevels, mustNest: true));
            Assert.Equal(-1, JsonExtent.Find(json.AsSpan(0, new Random(seed).Next(json.Length))));
        }
    }

    [Theory]
    [InlineData(JsonExtent.MaxDepth, true)]
    [InlineData(JsonExtent.MaxDepth + 1, false)]
    public void Nesting_is_followed_to_its_limit(int levels, bool isRead)
    {
        var json = Encoding.UTF8.GetBytes(new string('[', levels) + new string(']', levels));
        Assert.Equal(isRead ? json.Length : -1, JsonExtent.Find(json));
    }

    private static (int Length, int Lines) Expected(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        reader.Skip();
        var length = (int)reader.BytesConsumed;
        return (length, json.AsSpan(0, length).Count((byte)'\n'));
    }

    private static string Value(Random random, int levels, bool mustNest = false) => (mustNest ? random.Next(2) : random.Next(levels > 0 ? 0 : 4, 6)) switch
    {
        0 => $"{{{Space(random)}{Joined(random, () => $"{Text(random)}{Space(random)}:{Space(random)}{Value(random, levels - 1)}")}}}",
        1 => $"[{Space(random)}{Joined(random, () => Value(random, levels - 1))}]",
        4 => random.Next(3) switch { 0 => "-12.5e3", 1 => "true", _ => "null" },
        _ => Text(random),
    };

    private static string Joined(Random random, Func<string> item) =>
        string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => item() + Space(random)));

    private static string Text(Random random) =>
        '"' + string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(3) == 0 ? new string('x', random.Next(90)) : Awkward[random.Next(Awkward.Length)])) + '"';

    private static string Space(Random random) => random.Next(3) switch { 0 => "", 1 => " ", _ => "\n" + new string(' ', random.Next(70)) };
}
