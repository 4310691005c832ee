using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Webhook.Admission;
using RiskAnalyzer.Webhook.Bootstrap;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Rehearsing;

/// <summary>
/// The admission endpoint as it serves, over TLS, on a port of the loopback that nobody knows, about a cluster that exists nowhere. Its
/// instruments and spans have names that nothing is exported of.
/// </summary>
internal sealed class RehearsalServer : IAsyncDisposable
{
    private const string Name = "rehearsal";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Meter _meter = new(Name);
    private readonly WebApplication _app;

    public RehearsalServer(RuleCatalog catalog)
    {
        var identity = ServingIdentity.Create(["localhost"], DateTimeOffset.UtcNow, TimeSpan.FromDays(1));
        Certificate = X509Certificate2.CreateFromPem(identity.Certificate, identity.Key);

        // What is slow because it is done for the first time is to be done here.
        var (limits, metrics) = (new AdmissionLimits { Deadline = Patience, ForecastDeadline = Patience }, new AdmissionMetrics(_meter));
        var policy = Policy.Default(catalog);
        var reviewer = new AdmissionReviewer(catalog, () => policy, new RehearsalCluster(), limits, metrics, TimeProvider.System);
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = Name });
        _ = builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(Certificate)));
        _ = builder.Services.AddRoutingCore().AddSingleton<IMeterFactory>(new OneMeter(_meter)).AddSingleton(new ActivitySource(Name));
        _app = builder.Build();
        _ = _app.UseRouting();
        _ = AdmissionEndpoint.Map(_app, reviewer, limits, metrics);
    }

    /// <summary>What it is known by.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Begins to serve; gives the port.</summary>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        await _app.StartAsync(cancellationToken);
        return new Uri(_app.Urls.Single()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Certificate.Dispose();
        _meter.Dispose();
    }

    private sealed class OneMeter(Meter meter) : IMeterFactory
    {
        public Meter Create(MeterOptions options) => meter;

        public void Dispose()
        {
            // The server owns it.
        }
    }
}
