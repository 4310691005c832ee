using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the status of a pod.</summary>
internal static class PodStatusDecoder
{
    public static PodStatus Read(ref JsonCursor json)
    {
        var status = PodStatus.None;
        if (!json.BeginObject())
        {
            return status;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Phase: status = status with { Phase = Phase(json.ReadText()) }; break;
                case Field.Conditions: status = ReadConditions(ref json, status); break;
                case Field.StartTime: status = status with { StartedAt = json.ReadTime() }; break;
                case Field.ContainerStatuses: status = status with { Containers = json.ReadList<ContainerStatus>(ContainerStatusDecoder.Read) }; break;
                case Field.InitContainerStatuses: status = status with { InitContainers = json.ReadList<ContainerStatus>(ContainerStatusDecoder.Read) }; break;
                default: json.Skip(); break;
            }
        }

        return status;
    }

    private static PodPhase Phase(string? text) => text switch
    {
        null or "" or "Pending" => PodPhase.Pending,
        "Running" => PodPhase.Running,
        "Succeeded" => PodPhase.Succeeded,
        "Failed" => PodPhase.Failed,
        _ => PodPhase.Unknown,
    };

    private static PodStatus ReadConditions(ref JsonCursor json, PodStatus status)
    {
        if (!json.BeginArray())
        {
            return status;
        }

        while (json.NextItem())
        {
            var condition = ConditionDecoder.Read(ref json);
            status = condition.Type switch
            {
                "Ready" => status with { Ready = ToPod(condition) },
                "PodScheduled" => status with { PodScheduled = ToPod(condition) },
                "PodResizePending" => status with { IsResizeInfeasible = condition is { IsTrue: true, Reason: "Infeasible" } },
                _ => status,
            };
        }

        return status;
    }

    private static PodCondition ToPod(Condition condition) =>
        new(condition.IsTrue, condition.Since, condition.Reason, condition.IsTrue ? null : condition.Message);
}
