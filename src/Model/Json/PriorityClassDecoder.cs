using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a PriorityClass.</summary>
internal static class PriorityClassDecoder
{
    public static PriorityClass Read(ref JsonCursor json, string apiVersion, ObjectMeta metadata)
    {
        var priority = new PriorityClass { ApiVersion = apiVersion, Metadata = metadata };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Value: priority = priority with { Value = json.ReadInt32() ?? 0 }; break;
                case Field.GlobalDefault: priority = priority with { IsGlobalDefault = json.ReadBoolean() }; break;
                case Field.PreemptionPolicy: priority = priority with { MayPreempt = json.ReadText() is not "Never" }; break;
                default: json.Skip(); break;
            }
        }

        return priority;
    }
}
