namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a condition.</summary>
internal static class ConditionDecoder
{
    public static Condition Read(ref JsonCursor json)
    {
        var condition = new Condition("", "", null, null, null);
        if (!json.BeginObject())
        {
            return condition;
        }

        var (type, status) = ("", "");
        DateTimeOffset? since = null;
        string? reason = null, message = null;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Type: type = json.ReadText() ?? ""; break;
                case Field.Status: status = json.ReadText() ?? ""; break;
                case Field.LastTransitionTime: since = json.ReadTime(); break;

                // Only noted, as the newest time of all says when the cluster was captured.
                case Field.LastHeartbeatTime: _ = json.ReadTime(); break;
                case Field.Reason: reason = json.ReadText() is { Length: > 0 } word ? word : null; break;
                case Field.Message: message = json.ReadText() is { Length: > 0 } text ? text : null; break;
                default: json.Skip(); break;
            }
        }

        return new(type, status, since, reason, message);
    }
}
