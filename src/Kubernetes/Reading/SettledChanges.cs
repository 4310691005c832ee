namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>What settling the changes of one resource came to.</summary>
/// <param name="Namespaces">The namespaces whose objects changed; an empty name for objects outside of namespaces.</param>
/// <param name="Touched">Objects that were copied.</param>
internal readonly record struct SettledChanges(IReadOnlySet<string> Namespaces, int Touched);
