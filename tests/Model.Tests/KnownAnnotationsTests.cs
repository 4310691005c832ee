using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Tests;

public sealed class KnownAnnotationsTests
{
    [Theory]
    [InlineData("540", 540.0)]
    [InlineData("0", 0.0)]
    [InlineData("2.5", 2.5)]
    [InlineData("1,5", null)]
    [InlineData("-1", null)]
    [InlineData("Infinity", null)]
    [InlineData("NaN", null)]
    [InlineData("30s", null)]
    [InlineData("", null)]
    public void Seconds_are_a_plain_number_that_is_not_negative(string text, double? seconds)
    {
        var annotations = LabelSet.Of([KeyValuePair.Create(KnownAnnotations.ShutdownSeconds, text)]);
        Assert.Equal(seconds, KnownAnnotations.Seconds(annotations, KnownAnnotations.ShutdownSeconds));
        Assert.Null(KnownAnnotations.Seconds(annotations, KnownAnnotations.StartupSeconds));
    }
}
