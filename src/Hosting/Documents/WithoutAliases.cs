using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskAnalyzer.Hosting.Documents;

/// <summary>A YAML parser that takes aliases for mistakes and ends at a depth that no configuration has.</summary>
internal sealed class WithoutAliases(IParser inner) : IParser
{
    private const int MaxDepth = 32;
    private int _depth;

    /// <inheritdoc/>
    public ParsingEvent? Current => inner.Current;

    /// <inheritdoc/>
    public bool MoveNext()
    {
        if (!inner.MoveNext())
        {
            return false;
        }

        _depth += inner.Current?.NestingIncrease ?? 0;
        return inner.Current switch
        {
            AnchorAlias alias => throw new YamlException(alias.Start, alias.End, "aliases are not read in a configuration; write the value again"),
            { } current when _depth > MaxDepth => throw new YamlException(current.Start, current.End, $"nested deeper than {MaxDepth} levels"),
            _ => true,
        };
    }
}
