using System.Globalization;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>A resource amount as the API writes it: <c>100m</c>, <c>1.5</c>, <c>64Mi</c>, <c>1e3</c>.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/</remarks>
public readonly record struct Quantity(decimal Amount)
{
    /// <summary>The amount in thousandths, rounded up; what the scheduler counts CPU in.</summary>
    public long MilliValue => ToLongUp(Amount, 1000m);

    /// <summary>The amount in whole units, rounded up; what the scheduler counts every other resource in.</summary>
    public long Value => ToLongUp(Amount, 1m);

    /// <summary>Reads a quantity; null when the text is not one.</summary>
    public static Quantity? TryParse(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]) && text[end - 1] != '.')
        {
            end--;
        }

        // "1e3" and "1E-3" end in a digit and are read with their exponent; "1E" is the suffix exa.
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (end == 0 || !decimal.TryParse(text[..end], style, CultureInfo.InvariantCulture, out var number) || Scale(text[end..]) is not { } scale)
        {
            return null;
        }

        try
        {
            return new(number * scale);
        }
        catch (OverflowException)
        {
            return new(number < 0 ? long.MinValue : long.MaxValue);
        }
    }

    private static decimal? Scale(ReadOnlySpan<char> suffix) => suffix switch
    {
        "" => 1m,
        "n" => 0.000_000_001m,
        "u" => 0.000_001m,
        "m" => 0.001m,
        "k" => 1_000m,
        "M" => 1_000_000m,
        "G" => 1_000_000_000m,
        "T" => 1_000_000_000_000m,
        "P" => 1_000_000_000_000_000m,
        "E" => 1_000_000_000_000_000_000m,
        "Ki" => 1024m,
        "Mi" => 1024m * 1024,
        "Gi" => 1024m * 1024 * 1024,
        "Ti" => 1024m * 1024 * 1024 * 1024,
        "Pi" => 1024m * 1024 * 1024 * 1024 * 1024,
        "Ei" => 1024m * 1024 * 1024 * 1024 * 1024 * 1024,
        _ => null,
    };

    private static long ToLongUp(decimal amount, decimal factor)
    {
        // The API caps what it cannot hold; so does this.
        if (amount > long.MaxValue / factor)
        {
            return long.MaxValue;
        }

        return amount < long.MinValue / factor ? long.MinValue : (long)decimal.Ceiling(amount * factor);
    }
}
