namespace RiskAnalyzer.Rules.Delivery;

/// <summary>A minor release of Kubernetes, for example 1.36.</summary>
internal readonly record struct MinorVersion(int Major, int Minor) : IComparable<MinorVersion>
{
    public static bool operator <(MinorVersion left, MinorVersion right) => left.CompareTo(right) < 0;

    public static bool operator <=(MinorVersion left, MinorVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >(MinorVersion left, MinorVersion right) => left.CompareTo(right) > 0;

    public static bool operator >=(MinorVersion left, MinorVersion right) => left.CompareTo(right) >= 0;

    /// <summary>Reads <c>1.36</c> or <c>v1.36.2+vendor</c>; null when the text is no version.</summary>
    public static MinorVersion? TryParse(string? text)
    {
        var parts = (text ?? "").TrimStart('v').Split('.');
        return parts.Length >= 2 && int.TryParse(parts[0], out var major) && int.TryParse(LeadingDigits(parts[1]), out var minor)
            ? new(major, minor)
            : null;
    }

    /// <inheritdoc/>
    public int CompareTo(MinorVersion other) => Major != other.Major ? Major.CompareTo(other.Major) : Minor.CompareTo(other.Minor);

    /// <summary>The release some minors later.</summary>
    public MinorVersion Plus(int minors) => this with { Minor = Minor + minors };

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}";

    // Some providers append a plus to the minor: "36+".
    private static string LeadingDigits(string text) => string.Concat(text.TakeWhile(char.IsAsciiDigit));
}
