namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>What the bytes of a file are.</summary>
internal enum ContentKind
{
    /// <summary>There are none, or only white space.</summary>
    Empty,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML, or any other text.</summary>
    Yaml,

    /// <summary>A tar archive.</summary>
    Archive,

    /// <summary>No text.</summary>
    Binary,
}
