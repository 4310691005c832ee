using Microsoft.Extensions.DependencyInjection;
using RiskAnalyzer.Webhook.Rehearsing;
using RiskAnalyzer.Webhook.Serving;
using RiskAnalyzer.Webhook.Tests.Admission;
using RiskAnalyzer.Webhook.Tests.Serving;

namespace RiskAnalyzer.Webhook.Tests.Rehearsing;

/// <summary>The program answers reviews of its own before it says that it is ready.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task Readiness_waits_for_it_and_nothing_of_it_is_counted()
    {
        await using var webhook = RunningWebhook.Build(options => options with { ViewWaitSeconds = 0 });
        var readiness = webhook.App.Services.GetRequiredService<Readiness>();
        var before = readiness.Judge();
        Assert.False(before.IsReady);
        Assert.Contains("[-]rehearsal: under way\n", before.Text, StringComparison.Ordinal);

        await webhook.StartAsync();
        Assert.True(readiness.Judge().IsReady);
        Assert.Contains("[+]rehearsal: over\n", readiness.Judge().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("riskanalyzer_admission_reviews_total", (await webhook.ReadAsync("/metrics")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_reviews_reach_the_rules_the_forecast_and_the_refusal()
    {
        var reviewer = new TestReviewer(new RehearsalCluster().Current);
        var answers = RehearsalReviews.All.Select(body => reviewer.Review(body)).ToArray();
        Assert.Equal(Enumerable.Repeat(true, answers.Length - 1).Append(false), answers.Select(answer => answer.IsReview));

        var all = string.Join('\n', answers.Select(answer => answer.Text));
        Assert.DoesNotContain("not evaluated", all, StringComparison.Ordinal);
        string[] found = ["autoscaler-floor-one", "budget-never-allows", "drain-forecast", "mutable-image-tag", "single-replica"];
        Assert.All(found, rule => Assert.Contains($"\"{rule}: ", all, StringComparison.Ordinal));
    }
}
