using System.Globalization;

namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>The settings of a command, in the order of its documentation.</summary>
/// <typeparam name="T">The options that they set.</typeparam>
internal sealed class SettingTable<T>
    where T : class, new()
{
    private readonly List<Setting<T>> _all = [];
    private readonly List<NumberRange<T>> _ranges = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<Setting<T>> All => _all;

    /// <summary>The ranges of those that are numbers.</summary>
    public IReadOnlyList<NumberRange<T>> Ranges => _ranges;

    /// <summary>Adds a setting that is a whole number.</summary>
    public SettingTable<T> Whole(string name, (int Least, int Most, string Unit) range, string meaning, Func<T, int> get, Func<T, int, T> with)
    {
        var allowed = new NumberRange<T> { Name = name, Least = range.Least, Most = range.Most, Unit = range.Unit, Get = get };
        _ranges.Add(allowed);
        return Add(new()
        {
            Name = name,
            Meaning = meaning,
            Values = allowed.ToString(),
            Show = options => get(options).ToString(CultureInfo.InvariantCulture),
            Set = (options, text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? with(options, value) : null,
        });
    }

    /// <summary>Adds a setting that is a text.</summary>
    public SettingTable<T> Text(string name, string values, string meaning, Func<T, string> get, Func<T, string, T> with) =>
        Add(new() { Name = name, Meaning = meaning, Values = values, Show = get, Set = with });

    /// <summary>Adds a setting that is one of a few words.</summary>
    public SettingTable<T> Choice<TChoice>(string name, string meaning, Func<T, TChoice> get, Func<T, TChoice, T> with)
        where TChoice : struct, Enum => Add(new()
        {
            Name = name,
            Meaning = meaning,
            Values = string.Join(", ", Enum.GetNames<TChoice>()),
            Show = options => get(options).ToString(),
            Set = (options, text) => Enum.TryParse<TChoice>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? with(options, value) : null,
        });

    private SettingTable<T> Add(Setting<T> setting)
    {
        _all.Add(setting);
        return this;
    }
}
