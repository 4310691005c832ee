namespace RiskAnalyzer.TestKit;

/// <summary>Compares a text with a file of the working copy. With <c>RISKANALYZER_ACCEPT=1</c> the file is written instead.</summary>
public static class Golden
{
    /// <summary>Says how the text differs from the file; null when it does not.</summary>
    public static string? Difference(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("RISKANALYZER_ACCEPT") == "1")
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return null;
        }

        var name = Path.GetRelativePath(Repository.Root, path);
        if (!File.Exists(path))
        {
            return $"{name} is missing; write it with RISKANALYZER_ACCEPT=1. The text is:\n{actual}";
        }

        var (expected, found) = (File.ReadAllText(path).Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(expected.Length, found.Length)).FirstOrDefault(i => LineAt(expected, i) != LineAt(found, i), -1);
        return line < 0
            ? null
            : $"{name}:{line + 1} differs; RISKANALYZER_ACCEPT=1 accepts the new text\nexpected: {LineAt(expected, line)}\nfound:    {LineAt(found, line)}";
    }

    private static string LineAt(string[] lines, int index) => index < lines.Length ? lines[index] : "(end)";
}
