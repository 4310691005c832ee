using System.Buffers;
using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Webhook;
using RiskAnalyzer.Webhook.Admission;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Benchmarks.Admission;

/// <summary>The admission endpoint over TLS, and beside it one that reads the same body and answers with a constant.</summary>
internal sealed class BenchServer : IDisposable
{
    private static readonly byte[] Constant =
        """{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":"705ab4f5-6393-11e8-b7cc-42010a800002","allowed":true}}"""u8.ToArray();

    private readonly Meter _meter = new("benchmark");
    private readonly WebApplication _app;
    private readonly AdmissionReviewer _reviewer;

    public BenchServer(IClusterView view)
    {
        var (limits, policy, metrics) = (new AdmissionLimits(), Policy.Default(RuleCatalog.Default), new AdmissionMetrics(_meter));
        _reviewer = new(RuleCatalog.Default, () => policy, view, limits, metrics, TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseKestrelHttpsConfiguration();
        _ = builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate)));
        _app = builder.Build();
        _ = AdmissionEndpoint.Map(_app, _reviewer, limits, metrics);
        _ = _app.MapPost("/constant", AnswerAsync);
        _app.StartAsync().GetAwaiter().GetResult();
        Port = new Uri(_app.Urls.Single()).Port;
    }

    public int Port { get; }

    public X509Certificate2 Certificate { get; } = NewCertificate();

    /// <summary>What a review allocates once everything is warm.</summary>
    public double BytesPerReview(IReadOnlyList<byte[]> bodies)
    {
        const int Rounds = 5000;
        var output = new ArrayBufferWriter<byte>(4096);
        long before = 0;
        for (var i = -Rounds; i < Rounds; i++)
        {
            before = i == 0 ? GC.GetAllocatedBytesForCurrentThread() : before;
            output.ResetWrittenCount();
            _ = _reviewer.Review(bodies[(i + Rounds) % bodies.Count], output);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Rounds;
    }

    public void Dispose()
    {
        _app.StopAsync().GetAwaiter().GetResult();
        Certificate.Dispose();
        _meter.Dispose();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (await reader.ReadAsync() is var read)
        {
            reader.AdvanceTo(read.IsCompleted ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Constant.Length;
        context.Response.BodyWriter.Write(Constant);
        _ = await context.Response.BodyWriter.FlushAsync();
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
