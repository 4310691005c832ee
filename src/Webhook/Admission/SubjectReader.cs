using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Reads what a review is about.</summary>
internal static class SubjectReader
{
    /// <summary>Reads the subject; null when there is nothing to say about a request like this.</summary>
    /// <param name="decoder">The decoder that read the request.</param>
    /// <param name="body">The review.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="cluster">The cluster, which holds what a Scale object is about; null when it is not known.</param>
    /// <param name="problem">Why an object cannot be read; null when it can.</param>
    public static ReviewSubject? Read(
        ObjectDecoder decoder, ReadOnlySpan<byte> body, AdmissionRequest request, ClusterSnapshot? cluster, out string? problem)
    {
        problem = null;
        if (request.Operation is not ("CREATE" or "UPDATE" or "DELETE"))
        {
            return null;
        }

        if (request.SubResource.Length > 0)
        {
            return Scale(decoder, body, request, cluster, out problem);
        }

        var before = request.Operation == "CREATE" ? null : Decode(decoder, body[request.OldObject], request, ref problem);
        var after = request.Operation == "DELETE" ? null : Decode(decoder, body[request.Object], request, ref problem);
        var subject = new ReviewSubject(before, Unobserved(before, after));
        return problem is null && IsJudged(request.Operation == "DELETE" ? before : after) ? subject : null;
    }

    /// <summary>The kind of the workload whose number of replicas a request changes; null for any other request.</summary>
    public static string? ScaledKind(AdmissionRequest request) => request is { SubResource: "scale", Operation: "UPDATE" }
        ? request.Resource.Kind switch
        {
            "deployments" => "Deployment",
            "statefulsets" => "StatefulSet",
            "replicasets" => "ReplicaSet",
            "replicationcontrollers" => "ReplicationController",
            _ => null,
        }
        : null;

    private static bool IsJudged(IResource? resource) => resource is Workload or Pod or PodDisruptionBudget or Autoscaler or Node;

    private static IResource? Decode(ObjectDecoder decoder, ReadOnlySpan<byte> json, AdmissionRequest request, ref string? problem)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        var decoded = decoder.Decode(json, default, request.Kind, request.Namespace.Length == 0 ? null : request.Namespace);
        problem ??= decoded.Problem?.Message;
        return decoded.Resource is { } resource ? Complete(resource, request) : null;
    }

    // The request knows better where an object belongs and in which version it was sent than the object that was converted for us.
    private static IResource Complete(IResource resource, AdmissionRequest request)
    {
        var metadata = resource.Metadata;
        if (metadata.Name.Length == 0 && request.Name.Length > 0)
        {
            metadata = metadata with { Name = request.Name };
        }

        if (request.Namespace.Length > 0 && resource is not Node && metadata.Namespace != request.Namespace)
        {
            metadata = metadata with { Namespace = request.Namespace };
        }

        if (request.RequestKind is { IsComplete: true } used && used.Kind == resource.Kind && used.ApiVersion != resource.ApiVersion)
        {
            metadata = metadata with { LastAppliedApiVersion = used.ApiVersion };
        }

        return ReferenceEquals(metadata, resource.Metadata) ? resource : With(resource, metadata);
    }

    // No controller can have observed the generation that comes with the change under review; whether it keeps up shows in the one before.
    private static IResource? Unobserved(IResource? before, IResource? after) =>
        before is null || after is null || after.Metadata.Generation == before.Metadata.Generation
            ? after
            : With(after, after.Metadata with { Generation = before.Metadata.Generation });

    private static IResource With(IResource resource, ObjectMeta metadata) => resource switch
    {
        Workload workload => workload with { Metadata = metadata },
        Pod pod => pod with { Metadata = metadata },
        PodDisruptionBudget budget => budget with { Metadata = metadata },
        Autoscaler autoscaler => autoscaler with { Metadata = metadata },
        Node node => node with { Metadata = metadata },
        _ => resource,
    };

    private static ReviewSubject? Scale(
        ObjectDecoder decoder, ReadOnlySpan<byte> body, AdmissionRequest request, ClusterSnapshot? cluster, out string? problem)
    {
        problem = null;
        if (ScaledKind(request) is not { } kind || cluster?.InNamespace(request.Namespace).FindController(kind, request.Name) is not { } workload)
        {
            return null;
        }

        var before = ScaleDecoder.ReadReplicas(decoder, body[request.OldObject], out problem);
        var after = ScaleDecoder.ReadReplicas(decoder, body[request.Object], out var other);
        problem ??= other;
        return problem is null
            ? new(workload with { SpecReplicas = before }, workload with { SpecReplicas = after })
            : null;
    }
}
