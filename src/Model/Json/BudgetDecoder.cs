using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a PodDisruptionBudget.</summary>
internal static class BudgetDecoder
{
    public static PodDisruptionBudget Read(ref JsonCursor json, string apiVersion, ObjectMeta metadata)
    {
        var budget = new PodDisruptionBudget { ApiVersion = apiVersion, Metadata = metadata };
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Spec: budget = ReadSpec(ref json, budget); break;
                case Field.Status: budget = budget with { Status = ReadStatus(ref json) }; break;
                default: json.Skip(); break;
            }
        }

        return budget;
    }

    private static PodDisruptionBudget ReadSpec(ref JsonCursor json, PodDisruptionBudget budget)
    {
        if (!json.BeginObject())
        {
            return budget;
        }

        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.MinAvailable: budget = budget with { MinAvailable = json.ReadIntOrPercent() }; break;
                case Field.MaxUnavailable: budget = budget with { MaxUnavailable = json.ReadIntOrPercent() }; break;
                case Field.Selector: budget = budget with { Selector = SelectorDecoder.Read(ref json) }; break;
                case Field.UnhealthyPodEvictionPolicy: budget = ReadPolicy(ref json, budget); break;
                default: json.Skip(); break;
            }
        }

        // The API takes no budget with both.
        if (budget is { MinAvailable: not null, MaxUnavailable: not null })
        {
            json.State.Fail("spec.minAvailable and spec.maxUnavailable cannot both be set", 0);
        }

        return budget;
    }

    private static PodDisruptionBudget ReadPolicy(ref JsonCursor json, PodDisruptionBudget budget) =>
        json.ReadText() is { Length: > 0 } policy ? budget with { AlwaysAllowsUnhealthy = policy == "AlwaysAllow", StatesUnhealthyPolicy = true } : budget;

    private static BudgetStatus? ReadStatus(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var status = new BudgetStatus();
        var isEmpty = true;
        while (json.NextField(out var field))
        {
            isEmpty = false;
            switch (field)
            {
                case Field.ObservedGeneration: status = status with { ObservedGeneration = json.ReadInt64() ?? 0 }; break;
                case Field.DisruptionsAllowed: status = status with { DisruptionsAllowed = json.ReadInt32() ?? 0 }; break;
                case Field.CurrentHealthy: status = status with { CurrentHealthy = json.ReadInt32() ?? 0 }; break;
                case Field.DesiredHealthy: status = status with { DesiredHealthy = json.ReadInt32() ?? 0 }; break;
                case Field.ExpectedPods: status = status with { ExpectedPods = json.ReadInt32() ?? 0 }; break;
                case Field.DisruptedPods: status = status with { DisruptedPods = ReadDisruptedPods(ref json) }; break;
                case Field.Conditions: status = ReadConditions(ref json, status); break;
                default: json.Skip(); break;
            }
        }

        // A manifest that was written from a type carries an empty status.
        return isEmpty ? null : status;
    }

    private static ImmutableArray<KeyValuePair<string, DateTimeOffset>> ReadDisruptedPods(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return [];
        }

        var pods = new List<KeyValuePair<string, DateTimeOffset>>();
        while (json.NextName(out var name))
        {
            var pod = json.State.Strings.Get(name);
            if (json.ReadTime() is { } approved)
            {
                pods.Add(new(pod, approved));
            }
        }

        return [.. pods.OrderBy(pod => pod.Key, StringComparer.Ordinal)];
    }

    private static BudgetStatus ReadConditions(ref JsonCursor json, BudgetStatus status)
    {
        if (!json.BeginArray())
        {
            return status;
        }

        while (json.NextItem())
        {
            if (ConditionDecoder.Read(ref json) is { Type: "DisruptionAllowed" } condition)
            {
                status = status with { Reason = condition.Reason, Message = condition.Message, Since = condition.Since };
            }
        }

        return status;
    }
}
