using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>The labels of a review in metrics: closed sets, whatever a request says.</summary>
internal static class ReviewLabels
{
    /// <summary>The kind, <c>other</c> for one that is not registered; a Scale counts for itself.</summary>
    public static string Kind(AdmissionRequest request) => request.Kind.Kind switch
    {
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" or "Job" or "CronJob" or "Pod" or "Node"
            or "PodDisruptionBudget" or "HorizontalPodAutoscaler" or "ScaledObject" or "Scale" => request.Kind.Kind,
        _ => "other",
    };

    /// <summary>The operation.</summary>
    public static string Operation(AdmissionRequest request) => request.Operation switch
    {
        "CREATE" or "UPDATE" or "DELETE" or "CONNECT" => request.Operation,
        _ => "other",
    };
}
