using System.Text;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Durations;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Simulation.Tests.WhatIf;

/// <summary>A cluster in a few words, and its forecast without latencies, so that results can be worked out by hand.</summary>
internal sealed class SmallCluster
{
    private readonly StringBuilder _yaml = new();
    private readonly List<string> _nodes = [];

    public SmallCluster Nodes(params string[] names)
    {
        foreach (var name in names)
        {
            Node(name, cpu: "8");
        }

        return this;
    }

    public SmallCluster Node(string name, string cpu, string ready = "True")
    {
        _nodes.Add(name);
        return Add($$"""
            apiVersion: v1
            kind: Node
            metadata: { name: {{name}}, labels: { kubernetes.io/hostname: {{name}} } }
            status:
              allocatable: { cpu: "{{cpu}}", memory: 16Gi, pods: "110" }
              conditions: [{ type: Ready, status: "{{ready}}" }]
            """);
    }

    /// <summary>A Deployment with a Ready pod on each of these nodes, which starts within 12 s.</summary>
    public SmallCluster App(string name, string on, int grace = 30, string? shutdown = "5", string cpu = "100m", string? crashed = null, string? finalizer = null, bool emptyDir = false)
    {
        var nodes = on.Split(' ');
        var annotations = $"riskanalyzer.io/startup-seconds: \"12\"{(shutdown is null ? "" : $", riskanalyzer.io/shutdown-seconds: \"{shutdown}\"")}";
        var spec = $$"""
            terminationGracePeriodSeconds: {{grace}}, containers: [{ name: app, image: "app:1", resources: { requests: { cpu: {{cpu}} } } }]{{(emptyDir ? ", volumes: [{ name: scratch, emptyDir: {} }]" : "")}}
            """;
        Add($$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { namespace: shop, name: {{name}} }
            spec:
              replicas: {{nodes.Length}}
              selector: { matchLabels: { app: {{name}} } }
              template: { metadata: { labels: { app: {{name}} }, annotations: { {{annotations}} } }, spec: { {{spec}} } }
            """);
        Add($$"""
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata: { namespace: shop, name: {{name}}-1, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: {{name}}, controller: true }] }
            spec:
              replicas: {{nodes.Length}}
              selector: { matchLabels: { app: {{name}} } }
              template: { metadata: { labels: { app: {{name}} }, annotations: { {{annotations}} } }, spec: { {{spec}} } }
            """);
        for (var i = 0; i < nodes.Length; i++)
        {
            var ready = nodes[i] == crashed ? "False" : "True";
            Add($$"""
                apiVersion: v1
                kind: Pod
                metadata:
                  namespace: shop
                  name: {{name}}-1-{{i}}
                  labels: { app: {{name}} }
                  annotations: { {{annotations}} }
                  finalizers: [{{finalizer}}]
                  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: {{name}}-1, controller: true }]
                spec: { nodeName: {{nodes[i]}}, {{spec}} }
                status:
                  phase: Running
                  conditions: [{ type: Ready, status: "{{ready}}" }]
                  containerStatuses: [{ name: app, state: { {{(ready == "True" ? "running: {}" : "waiting: { reason: CrashLoopBackOff }")}} } }]
                """);
        }

        return this;
    }

    public SmallCluster Budget(string name, string app, string spec) => Add($$"""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { namespace: shop, name: {{name}} }
        spec: { selector: { matchLabels: { app: {{app}} } }, {{spec}} }
        """);

    public SmallCluster Add(string yaml)
    {
        _ = _yaml.Append(yaml).Append("\n---\n");
        return this;
    }

    public ClusterSnapshot Build() => Snapshots.FromYaml(_yaml.ToString());

    public DrainForecast Forecast(Func<MaintenancePlan, MaintenancePlan>? change = null, Func<ForecastOptions, ForecastOptions>? options = null)
    {
        var plan = new MaintenancePlan
        {
            Name = "november",
            Profile = OrchestratorProfile.Kubectl,
            Nodes = _nodes,
            Drain = new() { IgnoreDaemonSets = true, DeleteEmptyDirData = true },
            NodeWorkSeconds = 120,
        };
        var exact = new ForecastOptions { Seeds = 2, Latencies = Latencies.None, Volumes = VolumeTimes.None };
        return DrainForecaster.Run(Build(), change?.Invoke(plan) ?? plan, options?.Invoke(exact) ?? exact);
    }
}
