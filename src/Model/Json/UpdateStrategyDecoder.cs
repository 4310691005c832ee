namespace RiskAnalyzer.Model.Json;

/// <summary>Reads how a controller replaces its pods on an update.</summary>
internal static class UpdateStrategyDecoder
{
    public static void Read(ref JsonCursor json, ref WorkloadDraft workload)
    {
        if (!json.BeginObject())
        {
            return;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Type: workload.UpdateStrategy = json.ReadText(); break;
                case Field.RollingUpdate: ReadRollingUpdate(ref json, ref workload); break;
                default: json.Skip(); break;
            }
        }
    }

    private static void ReadRollingUpdate(ref JsonCursor json, ref WorkloadDraft workload)
    {
        if (!json.BeginObject())
        {
            return;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.MaxUnavailable: workload.MaxUnavailable = json.ReadIntOrPercent(); break;
                case Field.MaxSurge: workload.MaxSurge = json.ReadIntOrPercent(); break;
                case Field.Partition: workload.Partition = json.ReadInt32() ?? 0; break;
                default: json.Skip(); break;
            }
        }
    }
}
