using System.Text;

namespace RiskAnalyzer.Scanner.Tests;

/// <summary>A directory of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFiles : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("riskanalyzer-");

    public string Path => _directory.FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var file = PathOf(name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public string PathOf(string name) => System.IO.Path.Join(_directory.FullName, name);

    public void Dispose() => _directory.Delete(recursive: true);
}
