namespace RiskAnalyzer.Model.Resources;

/// <summary>An object of the Kubernetes API, reduced to what rules and simulator read.</summary>
public interface IResource
{
    /// <summary>The version under which the object was written, for example <c>apps/v1</c>.</summary>
    string ApiVersion { get; }

    /// <summary>The kind, for example <c>Deployment</c>.</summary>
    string Kind { get; }

    /// <summary>Name, labels, owner and times.</summary>
    ObjectMeta Metadata { get; }
}
