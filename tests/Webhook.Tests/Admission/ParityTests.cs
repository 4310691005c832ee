using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Webhook.Tests.Admission;

/// <summary>The webhook says of an object what the scanner says of it, in every case of every rule.</summary>
public sealed class ParityTests
{
    public static TheoryData<string> RuleNames => [.. RuleCatalog.Default.Rules.Select(rule => rule.Descriptor.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void An_object_that_is_created_gets_the_verdict_of_a_scan(string rule) => Compare(rule, (each, reviewed) =>
        TestReviewer.Seeing(each.Cluster.Without(reviewed.Resource), each.Policy).Review(Reviews.Of("CREATE", reviewed.Json, null)));

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void An_object_that_is_updated_gets_the_verdict_of_a_scan(string rule) => Compare(rule, (each, reviewed) =>
        TestReviewer.Seeing(each.Cluster, each.Policy).Review(Reviews.Of("UPDATE", reviewed.Json, reviewed.Json)));

    private static void Compare(string rule, Func<AdmissionCase, ReviewedObject, Answer> review)
    {
        foreach (var ruleCase in RuleCases.Of(RuleCatalog.Default.Find(rule)!))
        {
            var each = AdmissionCase.Of(ruleCase);
            foreach (var reviewed in each.Objects)
            {
                var answer = review(each, reviewed);
                var name = $"{ruleCase} {reviewed.Resource.Kind}/{reviewed.Resource.Metadata.Name}: {answer.Text}";
                Assert.True(answer.IsReview, name);
                Assert.True(each.Findings(reviewed, exempted: false).SequenceEqual(answer.Audit("findings").Where(AdmissionCase.IsForBoth)), name + string.Join(",", each.Findings(reviewed, false)));
                Assert.True(each.Findings(reviewed, exempted: true).SequenceEqual(answer.Audit("exempted").Where(AdmissionCase.IsForBoth)), name + string.Join(",", each.Findings(reviewed, true)));
            }
        }
    }
}
