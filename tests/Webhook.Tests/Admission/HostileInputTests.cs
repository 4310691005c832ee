using System.Text;
using RiskAnalyzer.Webhook.Admission;

namespace RiskAnalyzer.Webhook.Tests.Admission;

public sealed class HostileInputTests
{
    private static readonly TestReviewer Reviewer = TestReviewer.Seeing("""
        apiVersion: v1
        kind: Namespace
        metadata: { name: shop }
        """);

    [Theory]
    [InlineData("", "is not valid JSON")]
    [InlineData("null", "null")]
    [InlineData("[]", "an object")]
    [InlineData("{", "cut off")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview"}""", "no request")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{}}""", "request.uid is missing")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":7}}""", "request.uid must be text")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"a\u0000"}}""", "plain text")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1beta1","kind":"AdmissionReview","request":{"uid":"a"}}""", "must be a AdmissionReview of admission.k8s.io/v1")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"ConversionReview","request":{"uid":"a"}}""", "not ConversionReview")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"a"}} {}""", "goes on")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"a","userInfo":"(deep)"}}""", "the review is nested more than 256 levels deep\n")]
    [InlineData("""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"a","object":"(deep)"}}""", "the review is nested more than 256 levels deep\n")]
    public void What_is_no_review_is_refused_with_the_reason(string body, string reason)
    {
        var deep = $"{new StringBuilder().Insert(0, """{"a":""", 300)}1{new string('}', 300)}";
        var answer = Reviewer.Review(Encoding.UTF8.GetBytes(body.Replace("\"(deep)\"", deep, StringComparison.Ordinal)));

        Assert.False(answer.IsReview, answer.Text);
        Assert.Contains(reason == "is not valid JSON" ? "the body" : reason, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"a"},"spec":{"replicas":"three"}}""", "spec.replicas must be a whole number")]
    [InlineData("""{"apiVersion":"apps/v1","kind":"Deployment","metadata":[]}""", "metadata must be an object")]
    public void An_object_that_cannot_be_read_is_allowed_with_the_reason(string json, string reason)
    {
        var answer = Reviewer.Review(Review(json));

        Assert.True(answer.Allowed);
        Assert.Contains(reason, Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("""{"a":""", 100_000)) + "1" + new string('}', 100_000);

        Assert.False(Reviewer.Review(Review(nested)).IsReview);
        Assert.False(Reviewer.Review(Encoding.UTF8.GetBytes(new string('[', 1_000_000))).IsReview);
    }

    [Fact]
    public void No_name_gets_into_a_warning_as_it_is()
    {
        var name = @"x\u001b[31m\u0000\r\nSet-Cookie: a\u202e\u2066\u200b\ud800=?utf-8?q?x?=é" + new string('n', 400);
        var answer = Reviewer.Review(Review(
            $$$$$"""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"{{{{{name}}}}}","namespace":"{{{{{name}}}}}"},"spec":{"replicas":1,"selector":{},"template":{"spec":{"containers":[{"name":"a","image":"a:latest"}]}}}}"""));

        Assert.NotEmpty(answer.Warnings);
        Assert.All(answer.Warnings, AssertHarmless);
    }

    [Fact]
    public void What_input_leaves_behind_in_decoders_is_bounded()
    {
        var pool = new DecoderPool();
        for (var i = 0; i < 3000; i++)
        {
            var decoder = pool.Rent();
            var labels = string.Join(",", Enumerable.Range(0, 100).Select(each => $"\"key-{i}-{each}\":\"value-{i}-{each}\""));
            _ = decoder.Decode(Encoding.UTF8.GetBytes($$$$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","labels":{{{{{{labels}}}}}}}}"""), default);
            Assert.True(decoder.RememberedBytes < 8 << 20, $"{decoder.RememberedBytes} bytes after {i}");
            pool.Return(decoder);
        }
    }

    internal static void AssertHarmless(string warning)
    {
        Assert.InRange(warning.Length, 1, WarningText.Longest);
        Assert.False(warning.AsSpan().ContainsAnyExceptInRange(' ', '~'), warning);
        Assert.DoesNotContain("=?", warning, StringComparison.Ordinal);
    }

    private static byte[] Review(string json) => Encoding.UTF8.GetBytes(
        $$$$$"""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"a","operation":"CREATE","kind":{"group":"apps","version":"v1","kind":"Deployment"},"object":{{{{{json}}}}}}}""");
}
