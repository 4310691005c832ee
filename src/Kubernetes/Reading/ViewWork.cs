namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>How much there was to do for a snapshot.</summary>
/// <param name="Namespaces">Namespaces that were made anew.</param>
/// <param name="Objects">Objects that were copied in them; none of those in other namespaces is.</param>
/// <param name="HasChanges">Whether anything is not what it was.</param>
internal readonly record struct ViewWork(int Namespaces, int Objects, bool HasChanges);
