namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>How far the reading is.</summary>
/// <param name="File">The file that is read now.</param>
/// <param name="BytesRead">Bytes read of all files so far, before decompression.</param>
/// <param name="ObjectsRead">Objects seen so far.</param>
/// <param name="TotalBytes">Bytes of all files; null when standard input is among them.</param>
public readonly record struct ReadProgress(string File, long BytesRead, long ObjectsRead, long? TotalBytes);
