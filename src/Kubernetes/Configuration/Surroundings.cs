namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>What the configuration takes from the process: variables, home folder, and whether somebody can answer questions.</summary>
public sealed record Surroundings
{
    /// <summary>Finds an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The user's home folder; empty when there is none.</summary>
    public required string Home { get; init; }

    /// <summary>Where a pod finds its service account.</summary>
    public string ServiceAccountFolder { get; init; } = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Whether standard input is a terminal, so that a credential plugin may ask.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess() => new()
    {
        Variable = Environment.GetEnvironmentVariable,
        Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        IsInteractive = !Console.IsInputRedirected,
    };
}
