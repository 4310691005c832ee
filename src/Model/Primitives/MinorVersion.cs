using System.Globalization;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>A minor release of Kubernetes, for example 1.36.</summary>
/// <param name="Major">Before the point: 1 up to now.</param>
/// <param name="Minor">Behind the point.</param>
public readonly record struct MinorVersion(int Major, int Minor) : IComparable<MinorVersion>
{
    /// <summary>Whether a release is before another.</summary>
    public static bool operator <(MinorVersion left, MinorVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether a release is before or the same as another.</summary>
    public static bool operator <=(MinorVersion left, MinorVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether a release is after another.</summary>
    public static bool operator >(MinorVersion left, MinorVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether a release is after or the same as another.</summary>
    public static bool operator >=(MinorVersion left, MinorVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Reads <c>1.36</c> or <c>v1.36.2+vendor</c>; null when the text is no version.</summary>
    public static MinorVersion? TryParse(string? text)
    {
        var parts = (text ?? "").TrimStart('v').Split('.');
        return parts.Length >= 2 && Number(parts[0]) is { } major && Number(LeadingDigits(parts[1])) is { } minor
            ? new(major, minor)
            : null;
    }

    /// <inheritdoc/>
    public int CompareTo(MinorVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <summary>The release some minors later.</summary>
    public MinorVersion Plus(int minors) => this with { Minor = Minor + minors };

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}";

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Some providers append a plus to the minor: "36+".
    private static string LeadingDigits(string text) => string.Concat(text.TakeWhile(char.IsAsciiDigit));
}
