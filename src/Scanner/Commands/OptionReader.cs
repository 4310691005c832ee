using System.CommandLine;
using System.Globalization;
using RiskAnalyzer.Hosting.Plans;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Reporting;
using RiskAnalyzer.Reporting.Content;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Scanner.Output;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Turns the texts of options into values and collects every mistake, so that one message lists them all.</summary>
internal sealed class OptionReader(ParseResult parse)
{
    private const string Never = "never";
    private readonly List<string> _mistakes = [];

    /// <summary>The mistakes so far.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>Notes a mistake.</summary>
    public void Add(string mistake) => _mistakes.Add(mistake);

    /// <summary>Ends with all mistakes, those of the plan among them, if an option is mistaken; the plan alone is judged with its cluster.</summary>
    /// <exception cref="UsageException">There is a mistake.</exception>
    public void ThrowIfMistaken(PlanDraft? plan = null)
    {
        if (_mistakes.Count > 0)
        {
            throw new UsageException([.. _mistakes, .. plan?.Mistakes ?? []]);
        }
    }

    /// <summary>A severity, or null for <c>never</c>.</summary>
    public Severity? FailOn(Option<string?> option)
    {
        var text = parse.GetValue(option) ?? Words.Of(Severity.Blocker);
        var known = ReportSummary.WorstFirst.Select(Words.Of).Append(Never).ToList();
        if (!known.Contains(text, StringComparer.Ordinal))
        {
            Add($"{option.Name}: '{text}' is no severity{Nearest.Hint(text, known)}; known are {string.Join(", ", known)}");
        }

        return ReportSummary.WorstFirst.Where(severity => Words.Of(severity) == text).Select(severity => (Severity?)severity).FirstOrDefault();
    }

    /// <summary>The formats and files; text goes to the output when nothing else does.</summary>
    public IReadOnlyList<OutputTarget> Formats(Option<string[]> option, IReadOnlyList<ReportFormat> allowed, string reason)
    {
        var targets = (parse.GetValue(option) ?? []).Select(text => Target(option, text, allowed, reason)).OfType<OutputTarget>().ToList();
        foreach (var shared in targets.GroupBy(target => target.File, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            Add(shared.Key is null
                ? $"{option.Name}: {shared.Count()} formats would go to standard output; name files for the others, for example json=report.json"
                : $"{option.Name}: {shared.Count()} formats would go to {shared.Key}; each needs a file of its own");
        }

        return targets.Any(target => target.File is null) ? targets : [.. targets, new(ReportFormat.Text, null)];
    }

    /// <summary>One of the known words; null when none is given.</summary>
    public string? OneOf(Option<string?> option, IReadOnlyList<string> known)
    {
        if (parse.GetValue(option) is not { } text || known.Contains(text, StringComparer.Ordinal))
        {
            return parse.GetValue(option);
        }

        Add($"{option.Name}: must be one of {string.Join(", ", known)}{Nearest.Hint(text, known)}, but is '{text}'");
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Number(Option<string?> option, int min, int max)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Add($"{option.Name}: must be a whole number from {min} to {max}, but is '{text}'");
        return null;
    }

    /// <summary>A duration in whole seconds; 0 only where that means something.</summary>
    public int? Seconds(Option<string?> option, bool allowsZero)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return null;
        }

        if (DurationSyntax.Parse(text) is { } seconds && (seconds > 0 || allowsZero))
        {
            return (int)Math.Ceiling(seconds);
        }

        Add($"{option.Name}: must be {DurationSyntax.Right}{(allowsZero ? "" : " and above 0")}, but is '{text}'");
        return null;
    }

    /// <summary>A Kubernetes version as major.minor.</summary>
    public string? Version(Option<string?> option)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return null;
        }

        var parts = text.TrimStart('v').Split('.');
        if (parts.Length is 2 or 3 && parts.All(part => part.Length is > 0 and < 4 && part.All(char.IsAsciiDigit)))
        {
            return $"{parts[0]}.{parts[1]}";
        }

        Add($"{option.Name}: must be a version such as 1.36, but is '{text}'");
        return null;
    }

    /// <summary>The text of a file that an option names.</summary>
    public string? FileText(Option<string?> option)
    {
        if (parse.GetValue(option) is not { } file)
        {
            return null;
        }

        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Add($"{option.Name}: cannot read {file}: {Reason(error)}");
            return null;
        }
    }

    private static string Reason(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "no permission, or it is a directory",
        _ => error.Message,
    };

    private OutputTarget? Target(Option<string[]> option, string text, IReadOnlyList<ReportFormat> allowed, string reason)
    {
        var (name, file) = text.IndexOf('=', StringComparison.Ordinal) is var split and >= 0 ? (text[..split], text[(split + 1)..]) : (text, null);
        var known = allowed.Select(Words.Of).ToList();
        var format = Enum.GetValues<ReportFormat>().Where(each => Words.Of(each) == name).Select(each => (ReportFormat?)each).FirstOrDefault();
        if (format is null || !allowed.Contains(format.Value))
        {
            Add(format is null
                ? $"{option.Name}: '{name}' is no format{Nearest.Hint(name, known)}; known are {string.Join(", ", known)}"
                : $"{option.Name}: {name} {reason}; use {string.Join(", ", known)}");
            return null;
        }

        // Found before the work begins, since a scan of a large cluster takes a while.
        if (file is not null && FileTarget.MistakeIn(file) is { } mistake)
        {
            Add($"{option.Name}: {text}: {mistake}");
            return null;
        }

        return new(format.Value, file);
    }
}
