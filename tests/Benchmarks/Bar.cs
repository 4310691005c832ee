using System.Globalization;

namespace RiskAnalyzer.Benchmarks;

/// <summary>What a ratio must not exceed, and what it would be at best.</summary>
/// <param name="Name">What the ratio is of.</param>
/// <param name="Limit">The bar.</param>
/// <param name="Aim">The aim.</param>
internal sealed record Bar(string Name, double Limit, double Aim)
{
    /// <summary>Prints a ratio beside the bar; whether the bar holds.</summary>
    public bool Judge(double ratio)
    {
        var verdict = ratio <= Aim ? "reaches the aim" : ratio <= Limit ? "within the bar" : "ABOVE THE BAR";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name,-44} {ratio,6:0.00}   bar {Limit:0.00}   aim {Aim:0.00}   {verdict}"));
        return ratio <= Limit;
    }
}
