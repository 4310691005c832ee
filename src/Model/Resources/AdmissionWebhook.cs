using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>One webhook of a configuration.</summary>
public sealed record AdmissionWebhook
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a failing call refuses the request (failurePolicy Fail, the default of v1).</summary>
    public bool FailsClosed { get; init; } = true;

    /// <value>Seconds; default 10.</value>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>The namespace of the Service that is called; null for a URL.</summary>
    public string? ServiceNamespace { get; init; }

    /// <summary>The name of the Service that is called; null for a URL.</summary>
    public string? ServiceName { get; init; }

    /// <summary>The operations and resources, each as <c>OPERATION group/resource</c>, with <c>*</c> as written.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Namespaces it applies to; null or empty for all.</summary>
    public LabelSelector? NamespaceSelector { get; init; }
}
