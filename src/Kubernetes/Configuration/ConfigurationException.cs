namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>The configuration says no cluster that could be connected to. The lines say where it is wrong and what would be right.</summary>
public sealed class ConfigurationException(IReadOnlyList<string> lines, Exception? inner = null) : Exception(string.Join('\n', lines), inner)
{
    /// <summary>Makes one of a single line.</summary>
    public ConfigurationException(string line, Exception? inner = null)
        : this([line], inner)
    {
    }

    /// <summary>One line for each mistake.</summary>
    public IReadOnlyList<string> Lines => lines;
}
