using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>Reads selectors as <c>kubectl --selector</c> writes them.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors</remarks>
public static class SelectorSyntax
{
    private const string Right = "write a selector as kubectl does, for example pool=workers,zone in (a,b),!gpu";

    /// <summary>Reads a selector; null when the text is none, and <paramref name="error"/> says why.</summary>
    public static LabelSelector? Parse(string text, out string? error)
    {
        var requirements = ImmutableArray.CreateBuilder<SelectorRequirement>();
        foreach (var part in Split(text))
        {
            if (ReadRequirement(part) is not { } requirement)
            {
                error = part.Length == 0 ? $"has an empty part; {Right}" : $"'{part}' is no requirement; {Right}";
                return null;
            }

            requirements.Add(requirement);
        }

        error = null;
        return new(LabelSet.Empty, requirements.DrainToImmutable());
    }

    // Commas inside parentheses separate values, not requirements.
    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }

    private static SelectorRequirement? ReadRequirement(string part)
    {
        if (part.EndsWith(')') && part.IndexOf('(', StringComparison.Ordinal) is var open and > 0)
        {
            return part[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                [var key, "in"] => OfSet(key, SelectorOperator.In, part[(open + 1)..^1]),
                [var key, "notin"] => OfSet(key, SelectorOperator.NotIn, part[(open + 1)..^1]),
                _ => null,
            };
        }

        if (part.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0)
        {
            var isNot = equals > 0 && part[equals - 1] == '!';
            var key = part[..(isNot ? equals - 1 : equals)].Trim();
            var value = part[(part.AsSpan(equals).StartsWith("==") ? equals + 2 : equals + 1)..].Trim();
            return OfSet(key, isNot ? SelectorOperator.NotIn : SelectorOperator.In, value);
        }

        return part.StartsWith('!') ? Of(part[1..].Trim(), SelectorOperator.DoesNotExist, []) : Of(part, SelectorOperator.Exists, []);
    }

    private static SelectorRequirement? OfSet(string key, SelectorOperator comparison, string values) =>
        Of(key, comparison, [.. values.Split(',', StringSplitOptions.TrimEntries)]);

    private static SelectorRequirement? Of(string key, SelectorOperator comparison, ImmutableArray<string> values) =>
        key.Length > 0 && key.All(IsKeyCharacter) && values.All(value => value.All(IsValueCharacter)) ? new(key, comparison, values) : null;

    private static bool IsKeyCharacter(char letter) => IsValueCharacter(letter) || letter == '/';

    private static bool IsValueCharacter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';
}
