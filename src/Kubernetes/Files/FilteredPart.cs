namespace RiskAnalyzer.Kubernetes.Files;

/// <summary>The parts of an object that are filtered differently.</summary>
internal enum FilteredPart
{
    /// <summary>Nothing in it needs to be looked at.</summary>
    Whole,

    /// <summary>It is not written.</summary>
    LeftOut,

    /// <summary>The object itself.</summary>
    Object,

    /// <summary>Metadata of an object or a template.</summary>
    Metadata,

    /// <summary>Annotations.</summary>
    Annotations,

    /// <summary>The annotation with the manifest that was last applied.</summary>
    LastApplied,

    /// <summary>A specification or a template: anything on the way to containers.</summary>
    Specification,

    /// <summary>A container, or a list of them.</summary>
    Container,

    /// <summary>Webhooks of a configuration, and how they are reached.</summary>
    Webhook,
}
