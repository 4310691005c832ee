using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>Collects what was written for which setting; what is added later counts.</summary>
/// <param name="names">The settings that there are.</param>
internal sealed class WrittenSettings(IReadOnlyList<string> names)
{
    private readonly Dictionary<string, (string Text, string Source)> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _mistakes = [];

    /// <summary>What was written, by the name of the setting, with where it was written.</summary>
    public IReadOnlyDictionary<string, (string Text, string Source)> Texts => _texts;

    /// <summary>What cannot be taken for a setting.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>Takes the settings of a file.</summary>
    public void AddSection(IConfiguration section, string file)
    {
        foreach (var entry in section.GetChildren())
        {
            Add(entry.Key, entry.Value ?? "", $"{file}: {entry.Key}");
        }
    }

    /// <summary>Takes the value of an environment variable, if it has one.</summary>
    public void AddVariable(string name, string variable, string? text)
    {
        if (text is not null)
        {
            _texts[name] = (text, variable);
        }
    }

    /// <summary>Takes flags: <c>--name value</c> or <c>--name=value</c>.</summary>
    public void AddFlags(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            if (!parts[0].StartsWith("--", StringComparison.Ordinal))
            {
                _mistakes.Add($"'{arguments[i]}' is not understood; settings are written --name value");
            }
            else if (parts.Length == 2)
            {
                Add(parts[0][2..], parts[1], parts[0]);
            }
            else if (i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                Add(parts[0][2..], arguments[++i], parts[0]);
            }
            else
            {
                _mistakes.Add($"{parts[0]}: a value is missing");
            }
        }
    }

    /// <summary>Where the value of a flag was written; the flag itself when nobody wrote it.</summary>
    public string SourceOf(string flag) => _texts.TryGetValue(flag[2..], out var written) ? written.Source : flag;

    private void Add(string name, string text, string source)
    {
        if (names.Contains(name))
        {
            _texts[name] = (text, source);
        }
        else
        {
            _mistakes.Add($"{source}: there is no such setting{Nearest.Hint(name, names)}");
        }
    }
}
