namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the state of a container.</summary>
internal static class ContainerStateDecoder
{
    public static ContainerState Read(ref JsonCursor json)
    {
        var state = default(ContainerState);
        if (!json.BeginObject())
        {
            return state;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Waiting: state = state with { WaitingReason = ReadDetails(ref json).Reason ?? "" }; break;
                case Field.Running: state = state with { RunningSince = ReadDetails(ref json).StartedAt }; break;
                case Field.Terminated: _ = ReadDetails(ref json); break;
                default: json.Skip(); break;
            }
        }

        return state;
    }

    private static (string? Reason, DateTimeOffset? StartedAt) ReadDetails(ref JsonCursor json)
    {
        (string? Reason, DateTimeOffset? StartedAt) details = default;
        if (!json.BeginObject())
        {
            return details;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Reason: details.Reason = json.ReadText(); break;
                case Field.StartedAt: details.StartedAt = json.ReadTime(); break;
                default: json.Skip(); break;
            }
        }

        return details;
    }
}
