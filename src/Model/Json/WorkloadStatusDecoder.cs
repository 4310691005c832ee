using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the status of a controller.</summary>
internal static class WorkloadStatusDecoder
{
    public static WorkloadStatus? Read(ref JsonCursor json, WorkloadKind type, long generation)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        long observed = 0;
        int replicas = 0, ready = 0, updated = 0, failed = 0;
        string? current = null, update = null;
        var conditions = new Conditions { IsRolledOut = true };
        var isEmpty = true;
        while (json.NextField(out var field))
        {
            isEmpty = false;
            switch (field)
            {
                case Field.ObservedGeneration: observed = json.ReadInt64() ?? 0; break;
                case Field.Replicas or Field.DesiredNumberScheduled: replicas = json.ReadInt32() ?? 0; break;
                case Field.ReadyReplicas or Field.NumberReady: ready = json.ReadInt32() ?? 0; break;
                case Field.UpdatedReplicas or Field.UpdatedNumberScheduled: updated = json.ReadInt32() ?? 0; break;
                case Field.Failed: failed = json.ReadInt32() ?? 0; break;
                case Field.CurrentRevision: current = json.ReadText(); break;
                case Field.UpdateRevision: update = json.ReadText(); break;
                case Field.Conditions: ReadConditions(ref json, ref conditions); break;
                default: json.Skip(); break;
            }
        }

        // A manifest that was written from a type carries an empty status.
        return isEmpty ? null : new()
        {
            ObservedGeneration = observed,
            Replicas = replicas,
            ReadyReplicas = ready,
            UpdatedReplicas = updated,
            Failed = failed,
            CurrentRevision = current,
            UpdateRevision = update,
            UnavailableSince = conditions.UnavailableSince,

            // What kubectl rollout status waits for.
            IsProgressing = type switch
            {
                WorkloadKind.Job => !conditions.IsFinished,
                WorkloadKind.Deployment => !conditions.IsRolledOut || updated < replicas || generation > observed,
                WorkloadKind.StatefulSet => update is { Length: > 0 } && update != current,
                WorkloadKind.DaemonSet => updated < replicas,
                _ => false,
            },
        };
    }

    private static void ReadConditions(ref JsonCursor json, ref Conditions conditions)
    {
        if (!json.BeginArray())
        {
            return;
        }

        while (json.NextItem())
        {
            var condition = ConditionDecoder.Read(ref json);
            conditions.IsFinished |= condition is { Type: "Complete" or "Failed", IsTrue: true };
            conditions.IsRolledOut &= condition is not { Type: "Progressing", IsTrue: true, Reason: not "NewReplicaSetAvailable" };
            if (condition is { Type: "Available", IsTrue: false })
            {
                conditions.UnavailableSince = condition.Since;
            }
        }
    }

    private struct Conditions
    {
        public bool IsFinished;
        public bool IsRolledOut;
        public DateTimeOffset? UnavailableSince;
    }
}
