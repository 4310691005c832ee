using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the controllers that make pods from a template.</summary>
internal static class WorkloadDecoder
{
    public static Workload Read(ref JsonCursor json, string apiVersion, WorkloadKind type, ObjectMeta metadata)
    {
        var workload = new WorkloadDraft { Type = type };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Spec: ReadSpec(ref json, ref workload); break;
                case Field.Status: workload.Status = WorkloadStatusDecoder.Read(ref json, type, metadata.Generation); break;
                default: json.Skip(); break;
            }
        }

        Complete(ref json, ref workload, apiVersion);
        return workload.Finish(apiVersion, metadata);
    }

    private static void ReadSpec(ref JsonCursor json, ref WorkloadDraft workload)
    {
        if (!json.BeginObject())
        {
            return;
        }

        var job = workload.Type is WorkloadKind.Job or WorkloadKind.CronJob ? new JobSpec() : null;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Replicas: workload.Replicas = json.ReadInt32(); break;
                case Field.Selector: workload.Selector = ReadSelector(ref json, workload.Type); break;
                case Field.Template: workload.Template = TemplateDecoder.Read(ref json); break;
                case Field.MinReadySeconds: workload.MinReadySeconds = json.ReadInt32() ?? 0; break;
                case Field.Strategy or Field.UpdateStrategy: UpdateStrategyDecoder.Read(ref json, ref workload); break;
                case Field.PodManagementPolicy: workload.IsParallel = json.ReadText() is "Parallel"; break;
                case Field.VolumeClaimTemplates: workload.ClaimTemplates = json.ReadList<PersistentVolumeClaim>(ClaimDecoder.ReadTemplate); break;
                case Field.Ordinals: workload.FirstOrdinal = ReadStart(ref json); break;
                case Field.Paused or Field.Suspend: workload.IsPaused = json.ReadBoolean(); break;
                case Field.JobTemplate when job is not null: ReadJobTemplate(ref json, ref workload, ref job); break;
                default: job = JobDecoder.ReadField(ref json, field, job); break;
            }
        }

        workload.Job = job;
    }

    private static LabelSelector? ReadSelector(ref JsonCursor json, WorkloadKind type)
    {
        if (type != WorkloadKind.ReplicationController)
        {
            return SelectorDecoder.Read(ref json);
        }

        return json.SkipNull() ? null : json.State.Selectors.Share(new(json.ReadLabels(), []));
    }

    private static int ReadStart(ref JsonCursor json)
    {
        var start = 0;
        if (json.BeginObject())
        {
            while (json.NextField(out var field))
            {
                if (field == Field.Start)
                {
                    start = json.ReadInt32() ?? 0;
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return start;
    }

    private static void ReadJobTemplate(ref JsonCursor json, ref WorkloadDraft workload, ref JobSpec job)
    {
        if (!json.BeginObject())
        {
            return;
        }

        while (json.NextField(out var field))
        {
            if (field != Field.Spec || !json.BeginObject())
            {
                if (field != Field.Spec)
                {
                    json.Skip();
                }

                continue;
            }

            while (json.NextField(out var inner))
            {
                if (inner == Field.Template)
                {
                    workload.Template = TemplateDecoder.Read(ref json);
                }
                else
                {
                    job = JobDecoder.ReadField(ref json, inner, job)!;
                }
            }
        }
    }

    /// <summary>Fills in what old versions assume, and says what a whole object would have.</summary>
    private static void Complete(ref JsonCursor json, ref WorkloadDraft workload, string apiVersion)
    {
        // A patch does not repeat a selector, which cannot be changed: what selects its own pods is meant as a whole, though it be short.
        if (workload is { Selector.IsEmpty: false, Template.Labels.Count: > 0 } && workload.Selector.Matches(workload.Template.Labels))
        {
            json.State.CountsAsWhole();
            return;
        }

        if (workload.Template.Spec.Containers.IsEmpty)
        {
            json.State.Lacks(workload.Type == WorkloadKind.CronJob ? "spec.jobTemplate.spec.template.spec.containers" : "spec.template.spec.containers");
        }

        if (workload.Selector is not null || workload.Type is WorkloadKind.Job or WorkloadKind.CronJob)
        {
            return;
        }

        // Only apps/v1 and apps/v1beta2 want the selector; before, and for a ReplicationController, it was taken from the template.
        if (apiVersion is "apps/v1" or "apps/v1beta2")
        {
            json.State.Lacks("spec.selector");
        }
        else
        {
            workload.Selector = json.State.Selectors.Share(new(workload.Template.Labels, []));
        }
    }
}
