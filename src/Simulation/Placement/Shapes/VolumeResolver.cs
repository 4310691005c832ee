using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Follows a pod's volumes to claims, volumes and classes.</summary>
/// <remarks>Source: kubernetes/kubernetes:pkg/scheduler/framework/plugins/{volumebinding,volumezone,volumerestrictions,nodevolumelimits}</remarks>
internal sealed class VolumeResolver(ClusterSnapshot snapshot)
{
    private static readonly string[] ZoneLabels = [NodeLabels.Zone, NodeLabels.Region, NodeLabels.OldZone, NodeLabels.OldRegion];

    private readonly UnboundClaims _unbound = new(snapshot);

    /// <summary>What the volumes need.</summary>
    /// <param name="namespace">The pod's namespace.</param>
    /// <param name="podName">The pod's name, after which its ephemeral claims are named.</param>
    /// <param name="volumes">The volumes.</param>
    /// <param name="isNew">Whether the pod is made anew, and with it the claims that are made for it.</param>
    public VolumeNeeds Resolve(string @namespace, string podName, ImmutableArray<Volume> volumes, bool isNew)
    {
        var needs = new VolumeNeedsBuilder();
        foreach (var volume in volumes)
        {
            switch (volume.Kind)
            {
                case VolumeKind.PersistentVolumeClaim:
                    AddClaim(needs, @namespace, volume.Source);
                    break;
                case VolumeKind.Ephemeral:
                    AddEphemeral(needs, @namespace, $"{podName}-{volume.Name}", isNew);
                    break;
                case VolumeKind.InTreeDisk:
                    needs.Disks.Add(new(volume.Source, volume.IsReadOnly));
                    break;
            }
        }

        return needs.Build();
    }

    /// <summary>What claims need that a StatefulSet will make from its templates.</summary>
    public VolumeNeeds ResolveTemplates(ImmutableArray<PersistentVolumeClaim> templates)
    {
        var needs = new VolumeNeedsBuilder();
        foreach (var claim in templates)
        {
            _unbound.Add(needs, claim with { Phase = "Pending", VolumeName = null }, isNew: true);
        }

        return needs.Build();
    }

    private void AddClaim(VolumeNeedsBuilder needs, string @namespace, string name)
    {
        if (snapshot.InNamespace(@namespace).FindClaim(name) is not { } claim)
        {
            if (snapshot.Knows(ResourceKinds.PersistentVolumeClaims))
            {
                needs.Impossible ??= $"claim {@namespace}/{name} does not exist";
            }
            else
            {
                needs.Unknowns.Add($"PersistentVolumeClaim {@namespace}/{name} is not in the snapshot");
            }

            return;
        }

        if (claim.IsExclusiveToPod)
        {
            needs.ExclusiveClaims.Add($"{@namespace}/{name}");
        }

        if (claim.Metadata.DeletionTimestamp is not null || claim.Phase == "Lost")
        {
            needs.Impossible ??= $"claim {@namespace}/{name} is {(claim.Phase == "Lost" ? "lost" : "being deleted")}";
        }
        else if (!string.IsNullOrEmpty(claim.VolumeName))
        {
            AddBound(needs, claim, claim.VolumeName);
        }
        else
        {
            _unbound.Add(needs, claim, isNew: false);
        }
    }

    private void AddEphemeral(VolumeNeedsBuilder needs, string @namespace, string name, bool isNew)
    {
        if (!isNew)
        {
            AddClaim(needs, @namespace, name);
        }
        else if (snapshot.InNamespace(@namespace).FindClaim(name) is { } previous)
        {
            _unbound.Add(needs, previous with { VolumeName = null, Phase = "Pending" }, isNew: true);
        }
        else
        {
            needs.Unknowns.Add($"the claim {@namespace}/{name} that a new pod's claim would resemble is not in the snapshot");
        }
    }

    private void AddBound(VolumeNeedsBuilder needs, PersistentVolumeClaim claim, string volumeName)
    {
        if (snapshot.FindVolume(volumeName) is not { } volume)
        {
            if (snapshot.Knows(ResourceKinds.PersistentVolumes))
            {
                needs.Impossible ??= $"volume {volumeName} of claim {claim.Reference} does not exist";
            }
            else
            {
                needs.Unknowns.Add($"PersistentVolume {volumeName} is not in the snapshot");
            }

            return;
        }

        if (volume.NodeAffinity is { } terms)
        {
            needs.NodeRules.Add(new(terms, $"volume {volumeName} is bound to other nodes"));
        }

        AddZoneLabels(needs, volume);
        if (volume.CsiDriver is { } driver)
        {
            needs.CsiVolumes.Add(new(driver, volume.CsiVolumeHandle ?? volumeName));
            if (!snapshot.Knows(ResourceKinds.CsiNodes))
            {
                needs.Unknowns.Add("CSINodes with the limits of volumes are not in the snapshot");
            }
        }
    }

    // Labels on the volume object; a node without any label of zone or region is exempt.
    private static void AddZoneLabels(VolumeNeedsBuilder needs, PersistentVolume volume)
    {
        foreach (var key in ZoneLabels)
        {
            if (volume.Metadata.Labels.Find(key) is { } values)
            {
                var match = new SelectorRequirement(key, SelectorOperator.In, [.. values.Split("__")]);
                var exempt = ZoneLabels.Select(label => new SelectorRequirement(label, SelectorOperator.DoesNotExist, []));
                needs.NodeRules.Add(new([new([match], []), new([.. exempt], [])], $"volume {volume.Metadata.Name} is in {key}={values}"));
            }
        }
    }
}
