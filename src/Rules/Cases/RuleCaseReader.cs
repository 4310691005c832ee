using System.Text;
using System.Text.RegularExpressions;

namespace RiskAnalyzer.Rules.Cases;

/// <summary>Reads the cases that stand beside a rule. A comment <c># case: …</c> opens a case.</summary>
internal static partial class RuleCaseReader
{
    private const string Opening = "# case:";

    /// <summary>Reads all cases of a file.</summary>
    /// <exception cref="FormatException">A comment looks like a directive but is none, or stands where it says nothing.</exception>
    public static IReadOnlyList<RuleCase> Read(string rule, string file, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith(Opening, StringComparison.Ordinal)).ToArray();
        return [.. starts.Select((start, i) => ReadCase(rule, file, lines, start, i + 1 < starts.Length ? starts[i + 1] : lines.Length))];
    }

    private static RuleCase ReadCase(string rule, string file, string[] lines, int start, int end)
    {
        // The separator before the next case belongs to neither.
        while (end > start && (lines[end - 1].Length == 0 || lines[end - 1] == "---"))
        {
            end--;
        }

        var directives = new SortedDictionary<CaseDirective, string>();
        var expected = new List<ExpectedFinding>();
        var manifest = new List<(string Text, int Line)>();
        for (var i = start + 1; i < end; i++)
        {
            if (Directive().Match(lines[i]) is { Success: true } match && DirectiveNames.Find(match.Groups["name"].Value) is { } directive)
            {
                directives[directive] = match.Groups["value"].Value + Continuation(lines, ref i, end);
            }
            else if (Expectation().Match(lines[i]) is { Success: true } expectation)
            {
                expected.AddRange(ExpectationsOf(expectation, i + 1));
                manifest.Add((lines[i][..expectation.Index].TrimEnd(), i + 1));
            }
            else if (lines[i].Contains("# expect", StringComparison.Ordinal))
            {
                throw new FormatException($"{file}:{i + 1}: no such directive: {lines[i].Trim()}");
            }
            else
            {
                manifest.Add((lines[i], i + 1));
            }
        }

        return new()
        {
            Rule = rule,
            Title = lines[start][Opening.Length..].Trim(),
            File = file,
            Line = start + 1,
            Yaml = new string('\n', start) + string.Join('\n', lines[start..end]) + "\n",
            Manifest = string.Concat(manifest.Select(line => $"{line.Text}\n")),
            ManifestLines = [.. manifest.Select(line => line.Line)],
            Expected = expected,
            Directives = directives,
        };
    }

    private static string Continuation(string[] lines, ref int i, int end)
    {
        var text = new StringBuilder();
        while (i + 1 < end && lines[i + 1].StartsWith("#   ", StringComparison.Ordinal))
        {
            i++;
            _ = text.Append('\n').Append(lines[i].AsSpan(1));
        }

        return text.ToString();
    }

    private static IEnumerable<ExpectedFinding> ExpectationsOf(Match match, int line) =>
        match.Groups["rules"].Value.Split(',', StringSplitOptions.TrimEntries)
            .Select(rule => new ExpectedFinding(rule, line, match.Groups["exempted"].Success));

    [GeneratedRegex("^# (?<name>[a-z-]+): *(?<value>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Directive();

    [GeneratedRegex("# expect(?<exempted>-exempted)?: *(?<rules>[a-z-]+( *, *[a-z-]+)*) *$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expectation();
}
