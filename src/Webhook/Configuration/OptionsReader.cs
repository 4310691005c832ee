using FluentValidation;

namespace RiskAnalyzer.Webhook.Configuration;

/// <summary>
/// Reads options from everywhere they may be written, and finds all mistakes at once: first the settings file, then the environment, then
/// the command line. Variables that are no setting are left alone, since Kubernetes sets some for Services.
/// </summary>
/// <typeparam name="T">The options.</typeparam>
/// <param name="settings">The settings that there are.</param>
/// <param name="validator">Judges the whole.</param>
internal sealed class OptionsReader<T>(SettingTable<T> settings, IValidator<T> validator)
    where T : class, new()
{
    /// <summary>Reads them.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <param name="file">A settings file that need not be there; null for none.</param>
    public OptionsReading<T> Read(IReadOnlyList<string> arguments, Func<string, string?> variable, string? file = null)
    {
        var written = new WrittenSettings([.. settings.All.Select(setting => setting.Name)]);
        var mistakes = new List<string>();
        if (file is not null)
        {
            AddFile(written, file, mistakes);
        }

        foreach (var setting in settings.All)
        {
            written.AddVariable(setting.Name, setting.Variable, variable(setting.Variable));
        }

        written.AddFlags(arguments);
        mistakes.AddRange(written.Mistakes);
        var options = Apply(written, mistakes);
        mistakes.AddRange(validator.Validate(options).Errors.Select(failure => $"{written.SourceOf(failure.PropertyName)}: {failure.ErrorMessage}"));
        return new(options, mistakes);
    }

    private static void AddFile(WrittenSettings written, string file, List<string> mistakes)
    {
        try
        {
            var root = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file), optional: true).Build();
            written.AddSection(root.GetSection("riskanalyzer"), file);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            mistakes.Add($"{file}: cannot be read: {error.InnerException?.Message ?? error.Message}");
        }
    }

    private T Apply(WrittenSettings written, List<string> mistakes)
    {
        var options = new T();
        foreach (var setting in settings.All)
        {
            if (!written.Texts.TryGetValue(setting.Name, out var value))
            {
                continue;
            }

            if (setting.Set(options, value.Text.Trim()) is { } changed)
            {
                options = changed;
            }
            else
            {
                mistakes.Add($"{value.Source}: '{value.Text}' is not understood; it takes {setting.Values}");
            }
        }

        return options;
    }
}
