namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>A Scale object says nothing of the workload; where that is not known, silence would read as no risk.</summary>
public sealed class UnknownScaleTests
{
    private const string Namespace = "{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }";

    private static readonly byte[] Review = Reviews.Scale("deployments", "shop", "cart", 3, 1);

    [Fact]
    public void A_workload_that_was_made_a_moment_ago_is_not_evaluated()
    {
        var reviewer = TestReviewer.Seeing(Namespace);
        Assert.Equal(["riskanalyzer: Deployment shop/cart: not evaluated: the view of the cluster does not hold it yet"], reviewer.Review(Review).Warnings);
    }

    [Fact]
    public void Neither_is_any_before_the_first_view() => Assert.Equal(
        ["riskanalyzer: Deployment shop/cart: not evaluated: the view of the cluster is not ready yet"],
        new TestReviewer(ClusterSight.NotReady).Review(Review).Warnings);

    [Fact]
    public void What_scales_something_else_stays_silent() =>
        Assert.Empty(TestReviewer.Seeing(Namespace).Review(Reviews.Scale("rollouts", "shop", "cart", 3, 1)).Warnings);
}
