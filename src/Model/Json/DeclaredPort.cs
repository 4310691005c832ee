using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>A port of a container, and the one of the node that it is bound to; null when there is none.</summary>
internal sealed record DeclaredPort(ContainerPort? Container, HostPort? Host);
