using FluentValidation;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>What several fields of a plan must be, and what is said where they are not.</summary>
internal static class PlanRules
{
    private const int MostRetries = 1000;

    /// <summary>One of a few words, or absent.</summary>
    public static void MustBeOneOf<T>(this IRuleBuilderInitial<T, string?> rule, string path, IReadOnlyList<string> known) =>
        _ = rule.Must(text => text is null || known.Contains(text, StringComparer.Ordinal)).OverridePropertyName(path)
            .WithMessage((_, text) => $"must be one of {string.Join(", ", known)}, but is '{text}'{Nearest.Hint(text!, known)}");

    /// <summary>A number from a least one up to the seconds of a year, or absent.</summary>
    public static void MustBeAtLeast<T>(this IRuleBuilderInitial<T, int?> rule, string path, int least, string right) =>
        _ = rule.Must(number => number is null || (number >= least && number <= DurationSyntax.MaxSeconds)).OverridePropertyName(path)
            .WithMessage($"must be {right}, up to a year, but is {{PropertyValue}}");

    /// <summary>Seconds from 0, or absent.</summary>
    public static void MustBeSeconds<T>(this IRuleBuilderInitial<T, int?> rule, string path) => rule.MustBeAtLeast(path, 0, "seconds from 0");

    /// <summary>A grace as kubectl takes it, or absent.</summary>
    public static void MustBeGrace<T>(this IRuleBuilderInitial<T, int?> rule, string path) => rule.MustBeAtLeast(path, -1, "-1 for each pod's own, or seconds from 0");

    /// <summary>A limit of time as kubectl takes it, or absent.</summary>
    public static void MustBeLimit<T>(this IRuleBuilderInitial<T, int?> rule, string path) => rule.MustBeAtLeast(path, 0, "0 for no limit, or seconds above 0");

    /// <summary>Retries from 0 up to a number that no one waits for, or absent.</summary>
    public static void MustBeRetries<T>(this IRuleBuilderInitial<T, int?> rule, string path) =>
        _ = rule.Must(number => number is null or (>= 0 and <= MostRetries)).OverridePropertyName(path)
            .WithMessage($"must be a number of retries from 0 to {MostRetries}, but is {{PropertyValue}}");

    /// <summary>A label selector as kubectl writes it, or absent.</summary>
    public static void MustBeSelector<T>(this IRuleBuilderInitial<T, string?> rule, string path) =>
        _ = rule.Must(selector => SelectorText.MistakeIn(selector) is null).OverridePropertyName(path).WithMessage((_, selector) => SelectorText.MistakeIn(selector));
}
