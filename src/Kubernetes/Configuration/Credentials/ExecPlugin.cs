namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>A program that fetches credentials, as a kubeconfig names it.</summary>
internal sealed record ExecPlugin
{
    private const string V1 = "client.authentication.k8s.io/v1";
    private const string V1Beta1 = "client.authentication.k8s.io/v1beta1";

    /// <summary>Where it is configured, for messages.</summary>
    public required string Place { get; init; }

    /// <summary>The version of the protocol.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The program.</summary>
    public required string Command { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment variables on top of our own.</summary>
    public IReadOnlyList<(string Name, string Value)> Variables { get; init; } = [];

    /// <summary>What to tell when the program is missing; null for nothing.</summary>
    public string? InstallHint { get; init; }

    /// <summary>Whether the program may use standard input.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>The cluster as the program is told of it; null when it does not ask.</summary>
    public System.Text.Json.Nodes.JsonObject? Cluster { get; init; }

    /// <summary>Reads the <c>exec</c> field of a user; null when it is not there.</summary>
    /// <exception cref="ConfigurationException">It is not right, or asks for somebody who is not there.</exception>
    public static ExecPlugin? Of(ConfigNode exec, ConfigNode cluster, bool canAsk)
    {
        if (!exec.Exists)
        {
            return null;
        }

        var version = exec["apiVersion"].Text;
        if (version is not (V1 or V1Beta1))
        {
            throw exec["apiVersion"].Wrong($"must be {V1} or {V1Beta1}, but is {version ?? "missing"}; update the credential plugin");
        }

        return new()
        {
            Place = exec.Place,
            ApiVersion = version,
            Command = CommandOf(exec["command"]),
            Arguments = [.. exec["args"].Items.Select(argument => argument.Text ?? "")],
            Variables = [.. exec["env"].Items.Select(item => (item["name"].Text ?? throw item["name"].Wrong("is missing"), item["value"].Text ?? ""))],
            InstallHint = exec["installHint"].Text,
            IsInteractive = MayAsk(exec["interactiveMode"], version, canAsk),
            Cluster = exec["provideClusterInfo"].IsTrue ? ExecCluster.Of(cluster) : null,
        };
    }

    private static string CommandOf(ConfigNode command)
    {
        var text = command.Text ?? throw command.Wrong("is missing");
        return text.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? command.FilePath! : text;
    }

    private static bool MayAsk(ConfigNode mode, string version, bool canAsk) => mode.Text switch
    {
        "Never" => false,
        "IfAvailable" => canAsk,
        null when version == V1Beta1 => canAsk,
        "Always" when canAsk => true,
        "Always" => throw mode.Wrong("is Always, but standard input is no terminal, so that nobody can answer the credential plugin"),
        var other => throw mode.Wrong($"must be Never, IfAvailable or Always, but is {other ?? "missing"}"),
    };
}
