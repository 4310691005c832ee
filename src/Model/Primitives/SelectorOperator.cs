namespace RiskAnalyzer.Model.Primitives;

/// <summary>How one requirement of a selector compares a label.</summary>
public enum SelectorOperator
{
    /// <summary>The label is present with one of the values.</summary>
    In,

    /// <summary>The label is absent or has none of the values.</summary>
    NotIn,

    /// <summary>The label is present.</summary>
    Exists,

    /// <summary>The label is absent.</summary>
    DoesNotExist,

    /// <summary>The label is an integer above the one value; only in node selectors.</summary>
    Gt,

    /// <summary>The label is an integer below the one value; only in node selectors.</summary>
    Lt,

    /// <summary>An operator that the API does not know; matches nothing.</summary>
    Unknown,
}
