using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A field of an object that was read from a file.</summary>
/// <param name="Object">Where the object was read.</param>
/// <param name="Field">The field's path, such as <c>spec.template.spec.containers[0].image</c>; empty for the object itself.</param>
public readonly record struct FieldPlace(SourceLocation Object, string Field);
