namespace RiskAnalyzer.Scanner.Output;

/// <summary>A file that is there as a whole or not at all: it is written beside its place and moved there at the end.</summary>
/// <param name="path">The file; <c>-</c> for standard output.</param>
/// <param name="openOutput">Opens standard output.</param>
internal sealed class FileTarget(string path, Func<Stream> openOutput) : IDisposable
{
    private readonly string _temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
    private bool _isWritten;

    /// <summary>The name for messages.</summary>
    public string Name => IsOutput ? "standard output" : path;

    /// <summary>Whether the name asks for gzip.</summary>
    public bool IsCompressed => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private bool IsOutput => path == "-";

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? MistakeIn(string file) => file switch
    {
        "" => "names no file",
        "-" => null,
        _ when Directory.Exists(file) => "is a directory; name a file",
        _ when Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder) => $"the directory {folder} does not exist",
        _ => null,
    };

    /// <summary>Opens it for writing.</summary>
    /// <exception cref="UsageException">It cannot be written there.</exception>
    public Stream Open()
    {
        try
        {
            _isWritten = !IsOutput;
            return IsOutput ? openOutput() : new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write {path}: {error.Message}");
        }
    }

    /// <summary>Puts the file where it belongs.</summary>
    public void Commit()
    {
        if (_isWritten)
        {
            File.Move(_temporary, path, overwrite: true);
        }
    }

    /// <summary>Takes away what was not put where it belongs.</summary>
    public void Dispose()
    {
        if (_isWritten)
        {
            File.Delete(_temporary);
        }
    }
}
