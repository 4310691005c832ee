using System.Buffers;
using System.Globalization;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>However many reviews were answered, and whatever was in them, the program holds about as much as before.</summary>
[Collection(nameof(WholeProcess))]
public sealed class GrowthTests
{
    private const int Reviews = 6_000;

    // The heap of a process that runs other tests as well is never quite still; a leak of 1 kB a review would be 6 MB.
    private const long Noise = 4 << 20;

    private static int Count => int.TryParse(
        Environment.GetEnvironmentVariable("RISKANALYZER_FUZZ_ITERATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Reviews;

    [Fact]
    public void Twice_as_many_reviews_hold_no_more_memory()
    {
        var reviewers = FuzzCorpus.Reviewers();
        var seeds = FuzzCorpus.Seeds();
        var next = 0;
        _ = Answer();
        var once = Answer();
        var twice = Answer();
        var held = $"{once / 1e6:0.00} MB after {2 * Count} reviews, {twice / 1e6:0.00} MB after {3 * Count}";
        TestContext.Current.TestOutputHelper?.WriteLine(held);
        Assert.True(twice - once < Noise, held);

        // Valid ones and damaged ones, each other than all before.
        long Answer()
        {
            var output = new ArrayBufferWriter<byte>();
            for (var last = next + Count; next < last; next++)
            {
                var body = next % 4 == 0 ? seeds[next % seeds.Count] : ReviewMutator.Mutate(seeds, new Random(next));
                output.ResetWrittenCount();
                _ = reviewers[next % reviewers.Count].Reviewer.Review(body, output);
            }

            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }
}
