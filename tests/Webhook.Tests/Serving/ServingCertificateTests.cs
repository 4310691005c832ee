using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using RiskAnalyzer.TestKit.Live;
using RiskAnalyzer.Webhook.Bootstrap;
using RiskAnalyzer.Webhook.Serving;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>A changed certificate is served if it is good; otherwise the last good one stays, and that is counted.</summary>
public sealed class ServingCertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 15, 30, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly Meter _meter = new("Test");
    private readonly ManualTimeProvider _clock = new(Now);
    private readonly MountedSecret _secret;
    private readonly ReloadCount _count;
    private readonly ServingCertificate _certificate;

    public ServingCertificateTests()
    {
        _secret = new(_folder);
        _count = new(_meter, "riskanalyzer.certificate.reloads");
        _certificate = new(_secret.CertificateFile, _secret.KeyFile, _clock, new ServingMetrics(_meter), NullLogger<ServingCertificate>.Instance);
    }

    [Fact]
    public void A_missing_certificate_is_said_to_be_missing()
    {
        _certificate.Check();
        Assert.Null(_certificate.Current);
        Assert.Contains("tls.crt", _certificate.Problem, StringComparison.Ordinal);
        Assert.Equal((0, 1), _count.LoadedAndRejected);
    }

    [Fact]
    public void A_swapped_link_brings_the_new_certificate()
    {
        _ = _secret.PutNew(Now);
        _certificate.Check();
        var first = _certificate.Current!;
        _certificate.Check();
        Assert.Same(first, _certificate.Current);

        _ = _secret.PutNew(Now.AddHours(1));
        _certificate.Check();
        Assert.Equal(Now.AddHours(25), _certificate.Current!.NotAfter);
        Assert.Equal((2, 0), _count.LoadedAndRejected);
    }

    [Fact]
    public void A_bad_pair_is_counted_once_and_the_good_one_stays()
    {
        var good = _secret.PutNew(Now);
        _certificate.Check();
        var served = _certificate.Current;

        _secret.Put(good.Certificate, ServingIdentity.Create(["localhost"], Now, TimeSpan.FromDays(1)).Key);
        _certificate.Check();
        _certificate.Check();
        Assert.Same(served, _certificate.Current);
        Assert.StartsWith("certificate and key are no pair", _certificate.Problem, StringComparison.Ordinal);
        Assert.Equal((1, 1), _count.LoadedAndRejected);

        _secret.Put(good.Certificate, good.Key);
        _certificate.Check();
        Assert.Null(_certificate.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no certificate at all")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void Rubbish_is_not_served(string certificate)
    {
        _secret.Put(certificate, certificate);
        _certificate.Check();
        Assert.Null(_certificate.Current);
        Assert.NotNull(_certificate.Problem);
    }

    [Fact]
    public void An_expired_certificate_is_not_taken_over()
    {
        _ = _secret.PutNew(Now.AddDays(-2));
        _certificate.Check();
        Assert.Null(_certificate.Current);
        Assert.StartsWith("the certificate expired on 2026-11-20", _certificate.Problem, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _count.Dispose();
        _meter.Dispose();
        _folder.Dispose();
    }
}
