namespace RiskAnalyzer.Scanner.Tests;

/// <summary>Small inputs.</summary>
internal static class Inputs
{
    public const string Manifest = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { namespace: shop, name: cart }
        spec:
          replicas: 1
          selector: { matchLabels: { app: cart } }
          template:
            metadata: { labels: { app: cart } }
            spec: { containers: [{ name: cart, image: "registry.example.org/cart:1.0.0" }] }
        """;

    public const string Blocked = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { namespace: shop, name: cart }
        spec:
          replicas: 2
          selector: { matchLabels: { app: cart } }
          template:
            metadata: { labels: { app: cart } }
            spec: { containers: [{ name: cart, image: "registry.example.org/cart:1.0.0" }] }
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { namespace: shop, name: cart }
        spec:
          maxUnavailable: 0
          selector: { matchLabels: { app: cart } }
        """;
}
