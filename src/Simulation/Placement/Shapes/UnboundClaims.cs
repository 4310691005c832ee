using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Simulation.Placement.Shapes;

/// <summary>Where claims may be bound that have no volume yet.</summary>
/// <remarks>
/// Which of several free volumes a claim takes is not followed: each is offered to every claim that fits it.
/// Storage capacity objects are not read, so a driver that publishes them may refuse a node that passes here.
/// </remarks>
internal sealed class UnboundClaims(ClusterSnapshot snapshot)
{
    private const string NoProvisioner = "kubernetes.io/no-provisioner";
    private const string DefaultClass = "storageclass.kubernetes.io/is-default-class";

    /// <summary>Adds what a claim without volume needs.</summary>
    /// <param name="needs">Collects the needs.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="isNew">Whether the claim is yet to be made, so that no node was selected for it.</param>
    public void Add(VolumeNeedsBuilder needs, PersistentVolumeClaim claim, bool isNew)
    {
        var name = $"{claim.Metadata.Namespace}/{claim.Metadata.Name}";
        if (ClassOf(claim) is not { } storageClass)
        {
            if (claim.StorageClassName is { Length: > 0 } missing && !snapshot.Knows(ResourceKinds.StorageClasses))
            {
                needs.Unknowns.Add($"StorageClass {missing} is not in the snapshot");
            }
            else
            {
                needs.Impossible ??= $"claim {name} is unbound and has no storage class";
            }

            return;
        }

        if (!storageClass.WaitsForFirstConsumer && !isNew)
        {
            needs.Impossible ??= $"claim {name} is unbound";
        }
        else if (!isNew && claim.Metadata.Annotations.Find(KnownAnnotations.SelectedNode) is { } selected)
        {
            needs.NodeRules.Add(NodeRule.OneNode(selected, $"claim {name} was promised to node {selected}"));
        }
        else
        {
            AddRules(needs, claim, storageClass, name);
        }
    }

    private void AddRules(VolumeNeedsBuilder needs, PersistentVolumeClaim claim, StorageClass storageClass, string name)
    {
        var isProvisioned = storageClass.Provisioner is { Length: > 0 } provisioner && provisioner != NoProvisioner;
        if (isProvisioned && storageClass.AllowedTopologies is not { Length: > 0 })
        {
            return;
        }

        var free = snapshot.PersistentVolumes.Where(volume => IsFreeFor(volume, claim)).ToList();
        if (free.Exists(volume => volume.NodeAffinity is null))
        {
            return;
        }

        var terms = free.SelectMany(volume => volume.NodeAffinity ?? []).Concat(isProvisioned ? storageClass.AllowedTopologies ?? [] : []);
        needs.NodeRules.Add(new([.. terms.Distinct()], $"no volume for claim {name} can be had there"));
        if (free.Count == 0 && !isProvisioned && !snapshot.Knows(ResourceKinds.PersistentVolumes))
        {
            needs.Unknowns.Add("PersistentVolumes are not in the snapshot");
        }
    }

    private StorageClass? ClassOf(PersistentVolumeClaim claim) =>
        claim.StorageClassName is { } name
            ? snapshot.StorageClasses.FirstOrDefault(c => c.Metadata.Name == name)
            : snapshot.StorageClasses.FirstOrDefault(c => c.Metadata.Annotations.Find(DefaultClass) == "true");

    private static bool IsFreeFor(PersistentVolume volume, PersistentVolumeClaim claim) =>
        (volume.Phase ?? "Available") == "Available"
        && (volume.ClaimRef is null || volume.ClaimRef == $"{claim.Metadata.Namespace}/{claim.Metadata.Name}")
        && (volume.StorageClassName ?? "") == (claim.StorageClassName ?? "")
        && volume.CapacityBytes >= claim.RequestedBytes
        && claim.AccessModes.All(mode => volume.AccessModes.Contains(mode));
}
