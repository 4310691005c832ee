using System.Text;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>Damages reviews: bytes, tokens of JSON, and the structure of the objects in them.</summary>
internal static class ReviewMutator
{
    private static readonly string[] Tokens =
    [
        "null", "true", "-1", "0", "1e999999999", "99999999999999999999", "2147483648", "-2147483648", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "{}", "[]", "[[]]", "[null]", "{\"a\":",
        "\"25%\"", "\"-1%\"", "\"1e999999999\"", "\"9999999999Gi\"", "\"\\u202e\\n\\u001b[2J\"", "1.5", ",", ":", "}", "]", "\"", "\\", "\"=?utf-8?q?x?=\"", "\"9999-99-99T99:99:99Z\"",
        "\"CREATE\"", "\"DELETE\"", "\"scale\"", "\"Node\"", "\"PodDisruptionBudget\"", "\"v1\"",
    ];

    public static byte[] Mutate(IReadOnlyList<byte[]> seeds, Random random)
    {
        var seed = seeds[random.Next(seeds.Count)];
        return random.Next(3) switch
        {
            0 => Bytes(seed, random),
            1 => Replaced(seed, random),
            _ => Structure(seed, seeds[random.Next(seeds.Count)], random),
        };
    }

    private static byte[] Bytes(byte[] seed, Random random)
    {
        var body = seed.ToList();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(5))
            {
                case 0: body[at] = (byte)random.Next(256); break;
                case 1: body[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: body.RemoveRange(at, Math.Min(random.Next(1, 30), body.Count - at - 1)); break;
                case 3: body.InsertRange(at, body.GetRange(at, Math.Min(random.Next(1, 60), body.Count - at))); break;
                default: body.RemoveRange(Math.Max(1, at), body.Count - Math.Max(1, at)); break;
            }
        }

        return [.. body];
    }

    // Whole tokens in place of others, where a value begins.
    private static byte[] Replaced(byte[] seed, Random random)
    {
        var text = Encoding.UTF8.GetString(seed);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = text.IndexOf(':', random.Next(text.Length));
            var end = at < 0 ? -1 : text.IndexOfAny([',', '}', ']'], at);
            if (end > 0)
            {
                text = string.Concat(text.AsSpan(0, at + 1), Tokens[random.Next(Tokens.Length)], text.AsSpan(end));
            }
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Structure(byte[] seed, byte[] other, Random random)
    {
        var root = JsonNode.Parse(seed)!;
        var donor = Nodes(JsonNode.Parse(other)!).ToArray();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var nodes = Nodes(root).ToArray();
            var target = nodes[random.Next(nodes.Length)];
            var gift = random.Next(4) == 0 ? JsonNode.Parse("\"" + new string('n', random.Next(1, 2000)) + "\"") : donor[random.Next(donor.Length)].DeepClone();
            switch (target)
            {
                case JsonObject map when map.Count > 0:
                    var key = map.ElementAt(random.Next(map.Count)).Key;
                    _ = random.Next(3) == 0 ? map.Remove(key) : (map[key] = gift) is not null;
                    break;
                case JsonArray list when random.Next(4) == 0:
                    for (var copies = random.Next(200); copies > 0; copies--)
                    {
                        list.Add(gift!.DeepClone());
                    }

                    break;
                case JsonArray { Count: > 0 } list:
                    list[random.Next(list.Count)] = gift;
                    break;
                default:
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject map => map.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        _ => [node],
    };
}
