using System.Diagnostics.Metrics;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Webhook.Admission;
using RiskAnalyzer.Webhook.Configuration;
using RiskAnalyzer.Webhook.Rehearsing;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>The parts of the server and what each of them needs.</summary>
internal static class ServerParts
{
    /// <summary>Adds them.</summary>
    public static void Add(IServiceCollection services, WebhookOptions options, TimeProvider clock, IKubernetesApi api)
    {
        _ = services.AddRoutingCore().AddSingleton(options).AddSingleton(clock).AddSingleton(RuleCatalog.Default)
            .AddSingleton(_ => new Meter(WebhookServer.MeterName)).AddSingleton<ServingMetrics>().AddSingleton<AdmissionMetrics>();
        AddFiles(services, options);
        AddView(services, options, clock, api);
        AddEnd(services, options, clock);
        _ = services.AddSingleton(parts => new AdmissionReviewer(
            parts.GetRequiredService<RuleCatalog>(), () => parts.GetRequiredService<ServingPolicy>().Current, parts.GetRequiredService<IClusterView>(),
            options.Limits, parts.GetRequiredService<AdmissionMetrics>(), clock));
    }

    private static void AddFiles(IServiceCollection services, WebhookOptions options) => services
        .AddSingleton(parts => new ServingCertificate(
            options.CertificateFile, options.KeyFile, parts.GetRequiredService<TimeProvider>(), parts.GetRequiredService<ServingMetrics>(),
            parts.GetRequiredService<ILogger<ServingCertificate>>()))
        .AddSingleton(parts => new ServingPolicy(
            options.PolicyFile, parts.GetRequiredService<RuleCatalog>(), parts.GetRequiredService<ServingMetrics>(), parts.GetRequiredService<ILogger<ServingPolicy>>()))
        .AddHostedService(parts => new ReloadLoop(
            [parts.GetRequiredService<ServingCertificate>(), parts.GetRequiredService<ServingPolicy>()],
            TimeSpan.FromSeconds(options.ReloadSeconds), parts.GetRequiredService<TimeProvider>()));

    private static void AddView(IServiceCollection services, WebhookOptions options, TimeProvider clock, IKubernetesApi api) => services
        .AddSingleton(parts => new ClusterView(
            new LiveCluster(api, new(), clock), TimeSpan.FromSeconds(options.StaleAfterSeconds), clock, parts.GetRequiredService<ILogger<ClusterView>>()))
        .AddSingleton<IClusterView>(parts => parts.GetRequiredService<ClusterView>())
        .AddSingleton<IViewStatus>(parts => parts.GetRequiredService<ClusterView>())
        .AddHostedService(parts => parts.GetRequiredService<ClusterView>());

    private static void AddEnd(IServiceCollection services, WebhookOptions options, TimeProvider clock) => services
        .AddSingleton(parts => new Draining(TimeSpan.FromSeconds(options.ShutdownDelaySeconds), clock, parts.GetRequiredService<ILogger<Draining>>()))
        .AddHostedService(parts => parts.GetRequiredService<Draining>())
        .AddSingleton<Rehearsal>().AddHostedService(parts => parts.GetRequiredService<Rehearsal>())
        .AddSingleton(parts => new Readiness(
            parts.GetRequiredService<ServingCertificate>(), parts.GetRequiredService<ServingPolicy>(), parts.GetRequiredService<IViewStatus>(),
            parts.GetRequiredService<Rehearsal>(), parts.GetRequiredService<Draining>(), TimeSpan.FromSeconds(options.ViewWaitSeconds), clock))
        .Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.ShutdownDelaySeconds + options.DrainSeconds))
        .Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
}
