using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>A parser that says before each step that it takes one.</summary>
internal sealed class LimitedParser(IParser parser, Action beforeStep) : IParser
{
    /// <inheritdoc/>
    public ParsingEvent? Current => parser.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        beforeStep();
        return parser.MoveNext();
    }
}
