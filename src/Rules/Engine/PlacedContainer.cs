using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>A container and where it is written. The path is made when somebody asks for it, which is when something was found.</summary>
/// <param name="Container">The container.</param>
/// <param name="Pods">What holds it.</param>
/// <param name="List">The list that holds it: <c>containers</c> or <c>initContainers</c>.</param>
/// <param name="Index">Its place in the list.</param>
public readonly record struct PlacedContainer(Container Container, PodDefinition Pods, string List, int Index)
{
    /// <summary>The path, for example <c>spec.template.spec.containers[0]</c>.</summary>
    public string Field => $"{Pods.SpecField(List)}[{Index}]";
}
