namespace RiskAnalyzer.Model.Json;

/// <summary>What an AdmissionReview asks about. Its objects are ranges of the bytes of the review.</summary>
/// <remarks>Source: kubernetes/api:admission/v1/types.go (AdmissionRequest).</remarks>
public sealed class AdmissionRequest
{
    /// <summary>The identity of the call without its quotes, to be echoed: UTF-8 without escapes and control characters.</summary>
    public Range Uid { get; internal set; }

    /// <summary>CREATE, UPDATE, DELETE or CONNECT; empty when it is not said.</summary>
    public string Operation { get; internal set; } = "";

    /// <summary>The version and kind of the objects as they were sent to us.</summary>
    public ObjectType Kind { get; internal set; } = ObjectType.Unknown;

    /// <summary>The version and kind that the client used, if it differs.</summary>
    public ObjectType RequestKind { get; internal set; } = ObjectType.Unknown;

    /// <summary>The API group and version of the resource, and its plural name in place of a kind.</summary>
    public ObjectType Resource { get; internal set; } = ObjectType.Unknown;

    /// <summary>The part of the resource that is meant, for example <c>scale</c>; empty for the resource itself.</summary>
    public string SubResource { get; internal set; } = "";

    /// <summary>The name; empty for an object that is still to be named, and for each object of a deletecollection.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The namespace; empty for cluster-wide kinds.</summary>
    public string Namespace { get; internal set; } = "";

    /// <summary>The new object; empty when it is null or missing.</summary>
    public Range Object { get; internal set; }

    /// <summary>The stored object; empty when it is null or missing.</summary>
    public Range OldObject { get; internal set; }
}
