namespace RiskAnalyzer.Reporting.Text;

/// <summary>How a text report is laid out.</summary>
public sealed record TextLayout
{
    /// <summary>The narrowest layout; a narrower terminal breaks the lines itself.</summary>
    /// <value>Columns.</value>
    public const int MinWidth = 32;

    /// <summary>The widest layout; longer lines are hard to read.</summary>
    /// <value>Columns.</value>
    public const int MaxWidth = 120;

    /// <summary>How wide lines may be.</summary>
    /// <value>Columns, <see cref="MinWidth"/> to <see cref="MaxWidth"/>; others are brought into the range. Default 80.</value>
    public int Width { get; init => field = Math.Clamp(value, MinWidth, MaxWidth); } = 80;

    /// <summary>Whether findings that are alike are shown one by one.</summary>
    public bool Expand { get; init; }

    /// <summary>Puts a piece of text into the colour of its tone; the default leaves it as it is.</summary>
    public Func<Tone, string, string> Paint { get; init; } = static (_, text) => text;
}
