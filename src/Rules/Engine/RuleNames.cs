using System.Text;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>The one name of a rule in its two spellings: <c>single-replica</c> and <c>SingleReplica</c>.</summary>
internal static class RuleNames
{
    /// <summary>The kebab-case name that belongs to a class name.</summary>
    public static string OfClass(string className)
    {
        var name = new StringBuilder(className.Length + 4);
        foreach (var letter in className)
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0)
            {
                _ = name.Append('-');
            }

            _ = name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
