using System.Globalization;
using System.Text;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>Valid reviews, damaged in all ways: each gets an answer or a refusal, and nothing that an answer carries can do harm.</summary>
public sealed class FuzzTests
{
    private const int Iterations = 20_000;

    private static int Count => int.TryParse(
        Environment.GetEnvironmentVariable("RISKANALYZER_FUZZ_ITERATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Iterations;

    [Fact]
    public void Every_damaged_review_is_answered_or_refused()
    {
        var reviewers = FuzzCorpus.Reviewers();
        var seeds = FuzzCorpus.Seeds();
        for (var i = 0; i < Count; i++)
        {
            // The seed of a failure is in its message, so that the one review can be made again.
            var body = ReviewMutator.Mutate(seeds, new Random(i));
            var answer = reviewers[i % reviewers.Count].Review(body);
            if (answer.IsReview)
            {
                AssertAnswer(answer, body, i);
            }
            else
            {
                Assert.InRange(answer.Text.Length, 2, 400);
            }
        }
    }

    private static void AssertAnswer(Answer answer, byte[] body, int seed)
    {
        Assert.True(Encoding.UTF8.GetString(body).Contains(answer.Uid, StringComparison.Ordinal), $"seed {seed}: uid {answer.Uid}");
        Assert.InRange(answer.Warnings.Count, 0, 5);
        Assert.All(answer.Warnings, HostileInputTests.AssertHarmless);
        Assert.Equal(answer.Warnings.Count, answer.Warnings.Distinct().Count());
        Assert.True(answer.Allowed || answer.Code == 403, $"seed {seed}");
    }
}
