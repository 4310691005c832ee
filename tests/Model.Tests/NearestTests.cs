using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Tests;

public sealed class NearestTests
{
    private static readonly string[] Names = ["scan", "high", "single-replica", "gracePeriodSeconds", "timeoutSeconds"];

    [Theory]
    [InlineData("scna", "scan")]
    [InlineData("hihg", "high")]
    [InlineData("Single-Repica", "single-replica")]
    [InlineData("gracePeriod", "gracePeriodSeconds")]
    [InlineData("time", "timeoutSeconds")]
    [InlineData("tim", null)]
    [InlineData("drain", null)]
    [InlineData("", null)]
    public void A_slip_is_recognised_and_another_word_is_not(string name, string? meant) => Assert.Equal(meant, Nearest.To(name, Names));
}
