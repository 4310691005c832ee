using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>The YAML parser, which says of every text that it cannot go on with that the text is wrong.</summary>
/// <remarks>YamlDotNet's scanner loses its place after some keys in an unclosed bracket, and throws as if the program were wrong.</remarks>
/// <param name="input">The text.</param>
public sealed class SteadyParser(TextReader input) : IParser
{
    private readonly Parser _parser = new(input);

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (InvalidOperationException error)
        {
            var at = Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "the text ends inside of a bracket or quote that is not closed", error);
        }
    }
}
