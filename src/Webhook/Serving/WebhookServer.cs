using System.Diagnostics.Metrics;
using RiskAnalyzer.Hosting.Telemetry;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Webhook.Admission;
using RiskAnalyzer.Webhook.Configuration;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>Puts the server together: two ports, certificate and policy that are read again, health, metrics, and an end without a lost review.</summary>
internal static class WebhookServer
{
    /// <summary>The name of the meter of everything that is about this program.</summary>
    public const string MeterName = "RiskAnalyzer";

    // Of the framework's instruments those that tell who is connected and whether handshakes fail.
    private static readonly (string Meter, string Instrument)[] FrameworkInstruments =
    [
        ("Microsoft.AspNetCore.Server.Kestrel", "kestrel.active_connections"),
        ("Microsoft.AspNetCore.Server.Kestrel", "kestrel.rejected_connections"),
        ("Microsoft.AspNetCore.Server.Kestrel", "kestrel.tls_handshake.duration"),
        ("Microsoft.AspNetCore.Hosting", "http.server.request.duration"),
        ("System.Runtime", "dotnet.gc.collections"),
        ("System.Runtime", "dotnet.gc.pause.time"),
        ("System.Runtime", "dotnet.gc.last_collection.heap.size"),
        ("System.Runtime", "dotnet.thread_pool.queue.length"),
    ];

    private static readonly string[] Sources = ["RiskAnalyzer", "Microsoft.AspNetCore", "System.Net.Http"];

    /// <summary>Builds a server that is ready to be started.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="sendsOtlp">Whether traces and metrics are sent to a collector.</param>
    /// <param name="api">The API of the cluster that reviews come from.</param>
    public static WebApplication Build(WebhookOptions options, TimeProvider clock, bool sendsOtlp, IKubernetesApi api)
    {
        // Nothing but our own settings decides where it listens; images of the framework bring variables that would.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "riskanalyzer-webhook" });
        _ = builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel((_, kestrel) => Listeners.Configure(kestrel, options, kestrel.ApplicationServices.GetRequiredService<ServingCertificate>(), new(clock)));
        AddLogging(builder.Logging, options.LogLevel);
        ServerParts.Add(builder.Services, options, clock, api);
        _ = builder.Services.AddSingleton(parts => TelemetryOf(parts, sendsOtlp));
        var app = builder.Build();

        // Before anything else, since what is measured while nobody listens is lost.
        _ = app.Services.GetRequiredService<ProgramTelemetry>();
        var certificate = app.Services.GetRequiredService<ServingCertificate>();
        app.Services.GetRequiredService<ServingMetrics>().Observe(() => certificate.Current?.NotAfter, app.Services.GetRequiredService<IViewStatus>());
        certificate.Check();
        app.Services.GetRequiredService<ServingPolicy>().Check();
        UsePipeline(app, options);
        return app;
    }

    private static ProgramTelemetry TelemetryOf(IServiceProvider parts, bool sendsOtlp) => ProgramTelemetry.Start(new()
    {
        ServiceName = "riskanalyzer-webhook",
        ServiceVersion = BuildInfo.Version,
        Meters = [parts.GetRequiredService<Meter>(), ProcessMetrics.Create()],
        Instruments = FrameworkInstruments,
        Sources = Sources,
        SendsOtlp = sendsOtlp,
    });

    private static void AddLogging(ILoggingBuilder logging, LogLevel level) => logging
        .AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"))
        .SetMinimumLevel(level)
        .AddFilter("Microsoft", level > LogLevel.Warning ? level : LogLevel.Warning);

    private static void UsePipeline(WebApplication app, WebhookOptions options)
    {
        var draining = app.Services.GetRequiredService<Draining>();
        _ = app.Use((context, next) => draining.GuideAsync(context, next)).UseRouting().Use(OperationsOnly.GateAsync);
        _ = AdmissionEndpoint.Map(app, app.Services.GetRequiredService<AdmissionReviewer>(), options.Limits, app.Services.GetRequiredService<AdmissionMetrics>());
        OperationsEndpoints.Map(app, app.Services.GetRequiredService<Readiness>(), app.Services.GetRequiredService<ProgramTelemetry>());
    }
}
