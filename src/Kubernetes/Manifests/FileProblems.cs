namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Says in words why a file cannot be read.</summary>
internal static class FileProblems
{
    public static string Describe(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "no permission to read it",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file or directory",
        InvalidDataException => "its gzip data are damaged or cut off",
        _ => $"it cannot be read: {exception.Message}",
    };
}
