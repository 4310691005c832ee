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

        var status = new WorkloadStatus();
        int? available = null;
        var (isEmpty, finished, rolledOut) = (true, false, true);
        while (json.NextField(out var field))
        {
            isEmpty = false;
            switch (field)
            {
                case Field.ObservedGeneration: status = status with { ObservedGeneration = json.ReadInt64() ?? 0 }; break;
                case Field.Replicas or Field.DesiredNumberScheduled: status = status with { Replicas = json.ReadInt32() ?? 0 }; break;
                case Field.ReadyReplicas or Field.NumberReady: status = status with { ReadyReplicas = json.ReadInt32() ?? 0 }; break;
                case Field.AvailableReplicas or Field.NumberAvailable: available = json.ReadInt32(); break;
                case Field.UpdatedReplicas or Field.UpdatedNumberScheduled: status = status with { UpdatedReplicas = json.ReadInt32() ?? 0 }; break;
                case Field.CurrentRevision: status = status with { CurrentRevision = json.ReadText() }; break;
                case Field.UpdateRevision: status = status with { UpdateRevision = json.ReadText() }; break;
                case Field.Active: status = type == WorkloadKind.CronJob ? Skipped(ref json, status) : status with { Active = json.ReadInt32() ?? 0 }; break;
                case Field.Succeeded: status = status with { Succeeded = json.ReadInt32() ?? 0 }; break;
                case Field.Failed: status = status with { Failed = json.ReadInt32() ?? 0 }; break;
                case Field.Conditions: status = ReadConditions(ref json, status, ref finished, ref rolledOut); break;
                default: json.Skip(); break;
            }
        }

        // A manifest that was written from a type carries an empty status.
        return isEmpty ? null : status with
        {
            AvailableReplicas = available ?? (type is WorkloadKind.ReplicationController or WorkloadKind.StatefulSet ? status.ReadyReplicas : 0),
            IsProgressing = IsProgressing(type, generation, status, finished, rolledOut),
        };
    }

    private static WorkloadStatus Skipped(ref JsonCursor json, WorkloadStatus status)
    {
        json.Skip();
        return status;
    }

    private static WorkloadStatus ReadConditions(ref JsonCursor json, WorkloadStatus status, ref bool finished, ref bool rolledOut)
    {
        if (!json.BeginArray())
        {
            return status;
        }

        while (json.NextItem())
        {
            var condition = ConditionDecoder.Read(ref json);
            finished |= condition is { Type: "Complete" or "Failed", IsTrue: true };
            rolledOut &= condition is not { Type: "Progressing", IsTrue: true, Reason: not "NewReplicaSetAvailable" };
            if (condition is { Type: "Available", IsTrue: false })
            {
                status = status with { UnavailableSince = condition.Since };
            }
        }

        return status;
    }

    // What kubectl rollout status waits for.
    private static bool IsProgressing(WorkloadKind type, long generation, WorkloadStatus status, bool finished, bool rolledOut) => type switch
    {
        WorkloadKind.Job => !finished,
        WorkloadKind.Deployment => !rolledOut || status.UpdatedReplicas < status.Replicas || generation > status.ObservedGeneration,
        WorkloadKind.StatefulSet => status.UpdateRevision is { Length: > 0 } next && next != status.CurrentRevision,
        WorkloadKind.DaemonSet => status.UpdatedReplicas < status.Replicas,
        _ => false,
    };
}
