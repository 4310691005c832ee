using System.Globalization;

namespace RiskAnalyzer.Model.Primitives;

/// <summary>A count or a percentage; the API calls it IntOrString.</summary>
public readonly record struct IntOrPercent(int Value, bool IsPercent)
{
    /// <summary>Reads "3" or "25%"; null when the text is neither.</summary>
    public static IntOrPercent? TryParse(ReadOnlySpan<char> text)
    {
        var percent = text is [.., '%'];
        var digits = percent ? text[..^1] : text;
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? new(value, percent) : null;
    }

    /// <summary>The count that this means out of a total, percentages rounded up as the disruption controller does.</summary>
    /// <remarks>Source: https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages</remarks>
    public int ResolveUp(int total) => IsPercent ? (int)Math.Min(int.MaxValue, (((long)Value * total) + 99) / 100) : Value;

    /// <summary>The count that this means out of a total, percentages rounded down as a Deployment's maxUnavailable is.</summary>
    public int ResolveDown(int total) => IsPercent ? (int)Math.Min(int.MaxValue, (long)Value * total / 100) : Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + (IsPercent ? "%" : "");
}
