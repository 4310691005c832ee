using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.WhatIf;

/// <summary>A name as forecasts write it: <c>Kind/namespace/name</c>.</summary>
internal readonly record struct ObjectName(string Kind, string Namespace, string Name)
{
    public static ObjectName Parse(string text)
    {
        var parts = text.Split('/');
        return parts is [var kind, var @namespace, var name] ? new(kind, @namespace, name) : new(parts[0], "", parts[^1]);
    }

    public static ObjectName Of(Workload workload) => new(workload.Kind, workload.Metadata.Namespace ?? "", workload.Metadata.Name);

    public PodDisruptionBudget? FindBudget(ClusterSnapshot snapshot)
    {
        var name = Name;
        return snapshot.InNamespace(Namespace).Budgets.FirstOrDefault(budget => budget.Metadata.Name == name);
    }

    public Workload? FindWorkload(ClusterSnapshot snapshot)
    {
        var (kind, name) = (Kind, Name);
        return snapshot.InNamespace(Namespace).Workloads.FirstOrDefault(workload => workload.Kind == kind && workload.Metadata.Name == name);
    }
}
