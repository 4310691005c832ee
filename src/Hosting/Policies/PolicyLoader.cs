using RiskAnalyzer.Hosting.Documents;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Hosting.Policies;

/// <summary>Turns policy files into policies, or into all their mistakes at once.</summary>
public sealed class PolicyLoader(RuleCatalog catalog)
{
    // Far above any policy; a file that is larger was named by mistake.
    private const long MaxBytes = 4 << 20;

    private readonly PolicyValidator _validator = new(catalog);

    /// <summary>Reads a policy file.</summary>
    public LoadedPolicy Load(string path)
    {
        string text;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes and var length })
            {
                return new(null, path, [new("", 0, $"the file has {length} bytes; a policy has at most {MaxBytes}")]);
            }

            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new(null, path, [new("", 0, $"cannot be read: {exception.Message}")]);
        }

        return Parse(text, path);
    }

    /// <summary>Reads the text of a policy file.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="file">How messages call the file.</param>
    public LoadedPolicy Parse(string text, string file)
    {
        var (document, mistakes) = ReadDocument(text, file);
        return new(document is null || mistakes.Count > 0 ? null : Policy.Of(catalog, document), file, mistakes);
    }

    /// <summary>Reads and judges a policy file without making a policy of it.</summary>
    internal (PolicyDocument? Document, IReadOnlyList<DocumentMistake> Mistakes) ReadDocument(string text, string file)
    {
        var mistakes = new MistakeList();
        var document = DocumentReader.Open(text, mistakes) is { } root ? PolicyDocumentReader.Read(root, file) : null;
        if (document is not null)
        {
            foreach (var (path, message) in MistakesIn(document))
            {
                mistakes.AddUnlessKnown(path, message);
            }
        }

        return (document, mistakes.Sorted());
    }

    /// <summary>Judges a document that was made, not read.</summary>
    internal IEnumerable<(string Path, string Message)> MistakesIn(PolicyDocument document) =>
        _validator.Validate(document).Errors.Select(failure => (failure.PropertyName, failure.ErrorMessage));
}
