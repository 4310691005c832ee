using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Kubernetes.Tests.Manifests;

public sealed class ManifestReaderTests
{
    [Fact]
    public void A_deployment_in_yaml_becomes_a_workload()
    {
        var cluster = Snapshots.FromYaml("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: cart, namespace: shop, labels: { app: cart } }
            spec:
              replicas: 0x3
              strategy: { rollingUpdate: { maxSurge: 25%, maxUnavailable: 1 } }
              selector: { matchLabels: { app: cart } }
              template:
                metadata:
                  labels: &labels { app: cart, tier: "1" }
                spec:
                  containers:
                    - name: main
                      image: example/cart:1
                      resources: { limits: { cpu: 500m, memory: 64Mi } }
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: { name: cart, namespace: shop }
            spec: { minAvailable: 50%, selector: { matchLabels: { app: cart } } }
            """);

        var workload = Assert.Single(cluster.Workloads);
        Assert.Equal("Deployment/shop/cart", workload.Reference.ToString());
        Assert.Equal(3, workload.Replicas);
        Assert.Equal(new IntOrPercent(25, true), workload.MaxSurge);
        Assert.Equal(500, workload.Template.Spec.Containers[0].Requests.CpuMilli);
        Assert.Equal(64 << 20, workload.Template.Spec.Containers[0].Requests.MemoryBytes);
        Assert.Equal("1", workload.Template.Labels.Find("tier"));
        Assert.Equal(new SourceLocation("test.yaml", 17), Assert.Single(cluster.Budgets).Metadata.Source);
    }
}
