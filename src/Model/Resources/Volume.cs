namespace RiskAnalyzer.Model.Resources;

/// <summary>A volume of a pod.</summary>
/// <param name="Name">The name inside the pod.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The claim's name, the host path or the disk's identity; empty when there is none.</param>
/// <param name="SizeLimitBytes">The size limit of an emptyDir; null when absent.</param>
/// <param name="IsReadOnly">Whether every mount of it, or the source itself, is read-only.</param>
public sealed record Volume(string Name, VolumeKind Kind, string Source, long? SizeLimitBytes = null, bool IsReadOnly = false);
