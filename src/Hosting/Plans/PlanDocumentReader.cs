using RiskAnalyzer.Hosting.Documents;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Reads the fields of a plan file; what does not fit or nobody knows is a mistake with its path and line.</summary>
internal static class PlanDocumentReader
{
    public static MaintenancePlanDocument? Read(string text, MistakeList mistakes)
    {
        if (DocumentReader.Open(text, mistakes) is not { } document)
        {
            return null;
        }

        var metadata = document.Group("metadata");
        var spec = document.Group("spec");
        var result = new MaintenancePlanDocument
        {
            ApiVersion = document.Text("apiVersion"),
            Kind = document.Text("kind"),
            Name = metadata?.Text("name"),
        };
        metadata?.Finish();
        document.Finish();
        return spec is null ? result : ReadSpec(spec, result);
    }

    private static MaintenancePlanDocument ReadSpec(DocumentReader spec, MaintenancePlanDocument header)
    {
        var result = ReadWindow(spec, ReadNodes(spec, ReadDrain(spec, header))) with
        {
            Profile = spec.Text("profile"),
            Order = spec.Text("order"),
            Concurrency = spec.Text("concurrency"),
            NodeWorkSeconds = spec.Number("nodeWorkSeconds"),
            UncordonAfter = spec.Flag("uncordonAfter"),
            Kured = OrchestratorSectionReader.Kured(spec),
            Kubespray = OrchestratorSectionReader.Kubespray(spec),
            ClusterApi = OrchestratorSectionReader.ClusterApi(spec),
            SystemUpgradeController = OrchestratorSectionReader.SystemUpgradeController(spec),
            Karpenter = OrchestratorSectionReader.Karpenter(spec),
            ClusterAutoscaler = OrchestratorSectionReader.ClusterAutoscaler(spec),
        };
        spec.Finish();
        return result;
    }

    private static MaintenancePlanDocument ReadNodes(DocumentReader spec, MaintenancePlanDocument plan)
    {
        if (spec.Group("nodes") is not { } nodes)
        {
            return plan with { SaysNodes = spec.Has("nodes") };
        }

        var result = plan with { SaysNodes = true, NodeNames = nodes.Has("names") ? nodes.Texts("names") : null, NodeSelector = nodes.Text("selector") };
        nodes.Finish();
        return result;
    }

    private static MaintenancePlanDocument ReadDrain(DocumentReader spec, MaintenancePlanDocument plan)
    {
        if (spec.Group("drain") is not { } drain)
        {
            return plan;
        }

        var result = plan with
        {
            GracePeriodSeconds = drain.Number("gracePeriodSeconds"),
            TimeoutSeconds = drain.Number("timeoutSeconds"),
            DeleteEmptyDirData = drain.Flag("deleteEmptyDirData"),
            IgnoreDaemonSets = drain.Flag("ignoreDaemonSets"),
            Force = drain.Flag("force"),
            PodSelector = drain.Text("podSelector"),
            DisableEviction = drain.Flag("disableEviction"),
            OnTimeout = drain.Text("onTimeout"),
        };
        drain.Finish();
        return result;
    }

    private static MaintenancePlanDocument ReadWindow(DocumentReader spec, MaintenancePlanDocument plan)
    {
        if (spec.Group("window") is not { } window)
        {
            return plan;
        }

        var result = plan with { SaysWindow = true, WindowStart = window.Text("start"), WindowDuration = window.Text("duration") };
        window.Finish();
        return result;
    }
}
