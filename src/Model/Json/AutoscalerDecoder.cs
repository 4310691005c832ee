using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a HorizontalPodAutoscaler of any version, or a ScaledObject.</summary>
internal static class AutoscalerDecoder
{
    public static Autoscaler Read(ref JsonCursor json, string apiVersion, string kind, ObjectMeta metadata)
    {
        var autoscaler = new Autoscaler { ApiVersion = apiVersion, Kind = kind, Metadata = metadata, TargetKind = "", TargetName = "" };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Spec: autoscaler = ReadSpec(ref json, autoscaler); break;
                case Field.Status: autoscaler = ReadStatus(ref json, autoscaler); break;
                default: json.Skip(); break;
            }
        }

        if (autoscaler.TargetName.Length == 0)
        {
            json.State.Lacks("spec.scaleTargetRef");
        }

        return autoscaler;
    }

    private static Autoscaler ReadSpec(ref JsonCursor json, Autoscaler autoscaler)
    {
        if (!json.BeginObject())
        {
            return autoscaler;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.ScaleTargetRef: autoscaler = ReadTarget(ref json, autoscaler); break;
                case Field.MinReplicas or Field.MinReplicaCount: autoscaler = autoscaler with { SpecFloor = json.ReadInt32() }; break;
                case Field.MaxReplicas or Field.MaxReplicaCount: autoscaler = autoscaler with { Ceiling = json.ReadInt32() }; break;
                default: json.Skip(); break;
            }
        }

        return autoscaler;
    }

    private static Autoscaler ReadTarget(ref JsonCursor json, Autoscaler autoscaler)
    {
        if (!json.BeginObject())
        {
            return autoscaler;
        }

        string? version = null;
        var (kind, name) = ("Deployment", "");
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.ApiVersion: version = json.ReadText(); break;
                case Field.Kind: kind = json.ReadText() is { Length: > 0 } written ? written : kind; break;
                case Field.Name: name = json.ReadText() ?? ""; break;
                default: json.Skip(); break;
            }
        }

        return autoscaler with { TargetGroup = TargetGroup(version, kind), TargetKind = kind, TargetName = name };
    }

    // extensions was the old home of what is in apps now, and a target without a version is looked for there.
    private static string TargetGroup(string? version, string kind) => version switch
    {
        null or "" => kind == "ReplicationController" ? "" : "apps",
        _ when version.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 => version[..slash] is "extensions" ? "apps" : version[..slash],
        _ => kind == "ReplicationController" ? "" : "apps",
    };

    private static Autoscaler ReadStatus(ref JsonCursor json, Autoscaler autoscaler)
    {
        if (!json.BeginObject())
        {
            return autoscaler;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.CurrentReplicas: autoscaler = autoscaler with { CurrentReplicas = json.ReadInt32() }; break;
                default: json.Skip(); break;
            }
        }

        return autoscaler;
    }
}
