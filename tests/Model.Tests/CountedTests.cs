using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Tests;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 pods")]
    [InlineData(1, "1 pod")]
    [InlineData(2, "2 pods")]
    public void One_is_singular_and_any_other_number_plural(int number, string text) => Assert.Equal(text, Counted.Of(number, "pod"));

    [Fact]
    public void A_noun_in_y_and_words_that_change_more_are_known() =>
        Assert.Equal("2 policies, 1 pod is, 3 pods are", $"{Counted.Of(2, "policy")}, {Counted.Of(1, "pod is", "pods are")}, {Counted.Of(3, "pod is", "pods are")}");

    [Fact]
    public void Up_to_five_names_are_said_and_the_others_counted()
    {
        Assert.Equal("a, b, c, d, e", Counted.Names(["a", "b", "c", "d", "e"]));
        Assert.Equal("a, b, c, d, e and 2 more", Counted.Names(["a", "b", "c", "d", "e", "f", "g"]));
    }
}
