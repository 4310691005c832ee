using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads how a controller replaces its pods on an update.</summary>
internal static class UpdateStrategyDecoder
{
    public static Workload Read(ref JsonCursor json, Workload workload)
    {
        if (!json.BeginObject())
        {
            return workload;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Type: workload = workload with { UpdateStrategy = json.ReadText() }; break;
                case Field.RollingUpdate: workload = ReadRollingUpdate(ref json, workload); break;
                default: json.Skip(); break;
            }
        }

        return workload;
    }

    private static Workload ReadRollingUpdate(ref JsonCursor json, Workload workload)
    {
        if (!json.BeginObject())
        {
            return workload;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.MaxUnavailable: workload = workload with { MaxUnavailable = json.ReadIntOrPercent() }; break;
                case Field.MaxSurge: workload = workload with { MaxSurge = json.ReadIntOrPercent() }; break;
                case Field.Partition: workload = workload with { Partition = json.ReadInt32() ?? 0 }; break;
                default: json.Skip(); break;
            }
        }

        return workload;
    }
}
