namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>One request to the API.</summary>
/// <param name="Path">The path and query, relative to the server's address.</param>
/// <param name="What">What is asked, for messages: <c>list pods</c>.</param>
/// <param name="Body">JSON to post; null for a reading request.</param>
internal sealed record ApiCall(string Path, string What, byte[]? Body = null)
{
    /// <summary>Whether the answer may be compressed; a watch would be held back by it.</summary>
    public bool AllowsCompression { get; init; } = true;

    /// <summary>Whether a passing failure is waited out; a watch has a loop of its own for that.</summary>
    public bool IsRepeated { get; init; } = true;
}
