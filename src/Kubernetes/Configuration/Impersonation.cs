namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>Whom to act as.</summary>
internal sealed record Impersonation
{
    /// <summary>The user's name.</summary>
    public required string User { get; init; }

    /// <summary>The user's unique id; null when not given.</summary>
    public string? Uid { get; init; }

    /// <summary>The groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>More about the user, by key.</summary>
    public IReadOnlyList<(string Key, string Value)> Extra { get; init; } = [];

    /// <summary>The headers that say so.</summary>
    public IEnumerable<(string Name, string Value)> Headers =>
    [
        ("Impersonate-User", User),
        .. Uid is null ? [] : new[] { ("Impersonate-Uid", Uid) },
        .. Groups.Select(group => ("Impersonate-Group", group)),
        .. Extra.Select(extra => ($"Impersonate-Extra-{Uri.EscapeDataString(extra.Key.ToLowerInvariant())}", extra.Value)),
    ];

    /// <summary>Reads what a user entry says; null for oneself.</summary>
    /// <exception cref="ConfigurationException">Groups are named without a user.</exception>
    public static Impersonation? Of(ConfigNode user)
    {
        var groups = user["as-groups"].Items.Select(group => group.Text ?? "").ToList();
        var extra = user["as-user-extra"].Fields.SelectMany(field => field.Value.Items.Select(value => (field.Name, value.Text ?? ""))).ToList();
        if (user["as"].Text is { } name)
        {
            return new() { User = name, Uid = user["as-uid"].Text, Groups = groups, Extra = extra };
        }

        return user["as-uid"].Text is null && groups.Count == 0 && extra.Count == 0 ? null : throw user["as"].Wrong("is missing, but as-uid, as-groups or as-user-extra is there");
    }
}
