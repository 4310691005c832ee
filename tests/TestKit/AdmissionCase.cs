using System.Text.Json.Nodes;
using RiskAnalyzer.Hosting.Cases;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.TestKit.Clusters;

namespace RiskAnalyzer.TestKit;

/// <summary>A case of a rule as a cluster, with the objects that admission could be asked about and what a scan says of each.</summary>
public sealed class AdmissionCase
{
    // Whether an exemption covers anything is only known when all objects were looked at; rules that need a forecast do not run at admission.
    private static readonly HashSet<string> OnlyInScans =
        [.. RuleCatalog.Default.Rules.Where(rule => rule.Descriptor.NeedsForecast).Select(rule => rule.Descriptor.Name), "unused-exemption"];

    private readonly Evaluation _scan;

    private AdmissionCase(ClusterSnapshot cluster, Policy policy, Evaluation scan, IReadOnlyList<ReviewedObject> objects) =>
        (Cluster, Policy, _scan, Objects) = (cluster, policy, scan, objects);

    public ClusterSnapshot Cluster { get; }

    public Policy Policy { get; }

    public IReadOnlyList<ReviewedObject> Objects { get; }

    public static AdmissionCase Of(RuleCase ruleCase)
    {
        var read = ManifestReader.ReadText(ruleCase.Yaml, ruleCase.File, CaseSettings.Reading(ruleCase)).Snapshot;
        var options = CaseSettings.Evaluation(ruleCase, read);
        var cluster = OfVersion(read, options.KubernetesVersion ?? read.ServerVersion);
        var policy = new CaseSettings(RuleCatalog.Default).Policy(ruleCase);
        var scan = new RuleEngine(RuleCatalog.Default).Evaluate(cluster, policy);
        return new(cluster, policy, scan, [.. YamlText.Documents(ruleCase.Yaml).SelectMany(Items).Select(json => Reviewed(json, cluster)).OfType<ReviewedObject>()]);
    }

    /// <summary>Whether a rule judges one object at admission as it does in a scan.</summary>
    public static bool IsForBoth(string rule) => !OnlyInScans.Contains(rule);

    /// <summary>The rules that a scan finds something by on an object, by name.</summary>
    public IEnumerable<string> Findings(ReviewedObject reviewed, bool exempted) =>
        _scan.Findings.Where(finding => finding.Object == reviewed.Resource.Reference && finding.Exemption is not null == exempted && IsForBoth(finding.Rule))
            .Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<JsonNode> Items(JsonNode document) =>
        document["items"] is JsonArray items ? items.OfType<JsonNode>() : [document];

    // What a controller makes, and what admission is not registered for, is left out.
    private static ReviewedObject? Reviewed(JsonNode json, ClusterSnapshot cluster)
    {
        var (kind, name, @namespace) = ((string?)json["kind"], (string?)json["metadata"]?["name"], (string?)json["metadata"]?["namespace"]);
        var around = cluster.InNamespace(@namespace ?? "default");
        IResource? found = kind switch
        {
            null or "MaintenancePlan" or "RiskPolicy" => null,
            _ => around.Controllers.Cast<IResource>().Concat(around.Pods).Concat(around.Budgets).Concat(around.Autoscalers)
                .FirstOrDefault(each => each.Kind == kind && each.Metadata.Name == name),
        };
        return found is { Metadata.Controller: null } and not Pod { IsMirror: true } ? new(found, json) : null;
    }

    private static ClusterSnapshot OfVersion(ClusterSnapshot cluster, string? version) => new()
    {
        CapturedAt = cluster.CapturedAt,
        Known = cluster.Known,
        ServerVersion = version,
        Nodes = cluster.Nodes,
        Namespaces = cluster.Namespaces,
        PersistentVolumes = cluster.PersistentVolumes,
        StorageClasses = cluster.StorageClasses,
        CsiNodes = cluster.CsiNodes,
        VolumeAttachments = cluster.VolumeAttachments,
        PriorityClasses = cluster.PriorityClasses,
        WebhookConfigurations = cluster.WebhookConfigurations,
    };
}
