namespace RiskAnalyzer.Model.Json;

/// <summary>What came of decoding one object.</summary>
public enum DecodeOutcome
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>It could not be read.</summary>
    Unreadable,

    /// <summary>It is a patch or a template, which says nothing for itself.</summary>
    Partial,

    /// <summary>It is a custom resource, or of a kind that nobody asks for; it is only counted.</summary>
    PassedOver,

    /// <summary>It is a list of objects among the items of another list.</summary>
    List,

    /// <summary>It has no apiVersion and kind, so it is no object of the API.</summary>
    NotAnObject,
}
