using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the fields that only Jobs and CronJobs have.</summary>
internal static class JobDecoder
{
    /// <summary>Reads one field; for other kinds, which have no Job part, it is skipped.</summary>
    public static JobSpec? ReadField(ref JsonCursor json, Field field, JobSpec? job)
    {
        switch (job is null ? Field.Other : field)
        {
            case Field.Parallelism: return job! with { Parallelism = json.ReadInt32() };
            case Field.BackoffLimit: return job! with { BackoffLimit = json.ReadInt32() };
            case Field.BackoffLimitPerIndex: return job! with { HasLimitPerIndex = json.ReadInt32() is not null };
            case Field.ActiveDeadlineSeconds: return job! with { ActiveDeadlineSeconds = json.ReadInt64() };
            case Field.PodReplacementPolicy: return job! with { ReplacesOnlyFailed = json.ReadText() is "Failed" || job!.ReplacesOnlyFailed };
            case Field.PodFailurePolicy: return ReadFailurePolicy(ref json, job!);
            default:
                json.Skip();
                return job;
        }
    }

    private static JobSpec ReadFailurePolicy(ref JsonCursor json, JobSpec job)
    {
        if (!json.BeginObject())
        {
            return job;
        }

        while (json.NextField(out var field))
        {
            if (field == Field.Rules && json.BeginArray())
            {
                while (json.NextItem())
                {
                    job = job with { IgnoresDisruptions = ReadRule(ref json) || job.IgnoresDisruptions };
                }
            }
            else if (field != Field.Rules)
            {
                json.Skip();
            }
        }

        return job with { ReplacesOnlyFailed = true };
    }

    /// <summary>Whether a rule ignores failures that a disruption caused.</summary>
    private static bool ReadRule(ref JsonCursor json)
    {
        var (ignores, disruption) = (false, false);
        if (!json.BeginObject())
        {
            return false;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Action: ignores = json.ReadText() is "Ignore"; break;
                case Field.OnPodConditions when json.BeginArray():
                    while (json.NextItem())
                    {
                        disruption |= ConditionDecoder.Read(ref json).Type == "DisruptionTarget";
                    }

                    break;
                case Field.OnPodConditions: break;
                default: json.Skip(); break;
            }
        }

        return ignores && disruption;
    }
}
