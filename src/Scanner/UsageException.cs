namespace RiskAnalyzer.Scanner;

/// <summary>The command line, a plan or a policy is wrong. There is a line for each mistake.</summary>
internal sealed class UsageException(params IReadOnlyList<string> lines) : Exception(string.Join('\n', lines))
{
    /// <summary>One line for each mistake.</summary>
    public IReadOnlyList<string> Lines => lines;
}
