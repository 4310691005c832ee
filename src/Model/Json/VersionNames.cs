namespace RiskAnalyzer.Model.Json;

/// <summary>Gives one instance for each <c>group/version</c>, so that naming one again costs nothing.</summary>
internal sealed class VersionNames
{
    // A cluster serves some dozens of groups; more than this is somebody playing.
    private const int MaxNames = 256;
    private readonly Dictionary<(string Group, string Version), string> _known = [];

    public string Get(string group, string version)
    {
        if (_known.TryGetValue((group, version), out var name))
        {
            return name;
        }

        name = $"{group}/{version}";
        if (_known.Count < MaxNames)
        {
            _known.Add((group, version), name);
        }

        return name;
    }
}
