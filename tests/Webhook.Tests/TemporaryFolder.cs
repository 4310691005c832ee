namespace RiskAnalyzer.Webhook.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("riskanalyzer-").FullName;

    /// <summary>The path of something in it.</summary>
    public string PathOf(string name) => Path.Join(_path, name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = PathOf(name);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
