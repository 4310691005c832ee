using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>Reads selectors as kubectl writes them: <c>app=cart,tier in (web, api),!legacy</c>.</summary>
/// <remarks>Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors</remarks>
public static partial class SelectorText
{
    /// <summary>Reads a selector; null when the text is not one, with what would be right in <paramref name="error"/>.</summary>
    public static LabelSelector? Parse(string text, out string? error)
    {
        var labels = new List<KeyValuePair<string, string>>();
        var requirements = ImmutableArray.CreateBuilder<SelectorRequirement>();
        foreach (var part in Separators().Split(text).Select(part => part.Trim()))
        {
            if (Requirement().Match(part) is not { Success: true } match)
            {
                error = part.Length == 0
                    ? "must be a label selector such as app=cart"
                    : $"'{part}' is not a label requirement such as app=cart, app!=cart, app in (cart, shop), app or !app";
                return null;
            }

            var requirement = Read(match);
            if (requirement is { Operator: SelectorOperator.In, Values: [var only] } && match.Groups["sign"].Success
                && !labels.Exists(pair => pair.Key == requirement.Key))
            {
                labels.Add(new(requirement.Key, only));
            }
            else
            {
                requirements.Add(requirement);
            }
        }

        error = null;
        return new(LabelSet.Of(labels), requirements.ToImmutable());
    }

    /// <summary>What is wrong with a selector; null when it is right or absent.</summary>
    public static string? MistakeIn(string? text)
    {
        string? mistake = null;
        _ = text is null ? null : Parse(text, out mistake);
        return mistake;
    }

    private static SelectorRequirement Read(Match match)
    {
        var key = match.Groups["key"].Value;
        if (match.Groups["list"].Success)
        {
            ImmutableArray<string> values = [.. match.Groups["list"].Value.Split(',').Select(value => value.Trim())];
            return new(key, match.Groups["word"].Value == "in" ? SelectorOperator.In : SelectorOperator.NotIn, values);
        }

        if (match.Groups["sign"].Success)
        {
            return new(key, match.Groups["sign"].Value == "!=" ? SelectorOperator.NotIn : SelectorOperator.In, [match.Groups["value"].Value]);
        }

        return new(key, match.Groups["not"].Success ? SelectorOperator.DoesNotExist : SelectorOperator.Exists, []);
    }

    // A comma inside parentheses belongs to a list of values.
    [GeneratedRegex(@",(?![^(]*\))", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"^(?:(?<not>!)\s*(?<key>[\w./-]+)|(?<key>[\w./-]+)(?:\s*(?<sign>==?|!=)\s*(?<value>[\w.-]*)|\s+(?<word>in|notin)\s*\((?<list>[\w.,\s-]*)\))?)$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Requirement();
}
