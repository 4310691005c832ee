namespace RiskAnalyzer.Rules.Cases;

/// <summary>One case of a rule: manifests, and what must be found in them.</summary>
public sealed record RuleCase
{
    /// <summary>The rule beside which the case stands.</summary>
    public required string Rule { get; init; }

    /// <summary>What the case is about, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The file, from the root of the repository.</summary>
    public required string File { get; init; }

    /// <summary>The line of the file that opens the case, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The manifests, preceded by as many empty lines as the file has before them, so that lines agree with the file.</summary>
    public required string Yaml { get; init; }

    /// <summary>The manifests without the comments that are meant for the runner.</summary>
    public required string Manifest { get; init; }

    /// <summary>For each line of <see cref="Manifest"/> the line of the file that it is, from 1.</summary>
    public required IReadOnlyList<int> ManifestLines { get; init; }

    /// <summary>What must be found; nothing when the rule must stay silent.</summary>
    public required IReadOnlyList<ExpectedFinding> Expected { get; init; }

    /// <summary>How the case is run and what else it expects, by directive.</summary>
    public required IReadOnlyDictionary<CaseDirective, string> Directives { get; init; }

    /// <summary>Whether the rule must find something that counts.</summary>
    public bool Fires => Expected.Any(expected => expected.Rule == Rule && !expected.IsExempted);

    /// <summary>Whether the rule must look and find nothing.</summary>
    public bool IsSilent => Expected.All(expected => expected.Rule != Rule) && !Directives.ContainsKey(CaseDirective.ExpectNotEvaluated);

    /// <inheritdoc/>
    public override string ToString() => $"{Rule}: {Title}";
}
