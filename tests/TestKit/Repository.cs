namespace RiskAnalyzer.TestKit;

/// <summary>Finds files of the repository from wherever tests run.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>The path of a file or folder of the repository.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Join([Root, .. parts]);

    private static string Find(DirectoryInfo directory) =>
        File.Exists(Path.Join(directory.FullName, "RiskAnalyzer.sln"))
            ? directory.FullName
            : Find(directory.Parent ?? throw new InvalidOperationException("the tests do not run inside the repository"));
}
