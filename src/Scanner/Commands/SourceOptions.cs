using System.CommandLine;
using RiskAnalyzer.Hosting.Sources;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Where a command reads the cluster.</summary>
internal sealed class SourceOptions
{
    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Description = "Files, directories, or - for standard input: JSON or YAML, also gzipped; what 'kubectl get ... -A -o json' writes. Default: the live cluster.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ConnectionOptionSet _connection = new();

    /// <summary>Whether one namespace is enough for the command; a forecast needs every pod of a node.</summary>
    public bool AllowsNamespace { get; init; } = true;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_sources);
        _connection.AddTo(command);
    }

    /// <summary>The source that the options name: files, or else a live cluster.</summary>
    public IClusterSource Read(ParseResult parse, OptionReader options, Terminal terminal)
    {
        var sources = parse.GetValue(_sources) ?? [];
        if (sources.Length == 0)
        {
            return ReadLive(parse, options, terminal);
        }

        foreach (var option in _connection.Given(parse))
        {
            options.Add($"{option}: is about a live cluster, but SOURCE names files; leave one of them out");
        }

        if (sources.Count(source => source == "-") > 1)
        {
            options.Add("SOURCE: standard input (-) is named twice");
        }

        // Manifests tell no time: of today only the day matters, to exemptions that end, and a second run gives the same bytes.
        return new ManifestSource(sources, terminal.OpenInput, new(terminal.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero));
    }

    private LiveSource ReadLive(ParseResult parse, OptionReader options, Terminal terminal)
    {
        var space = _connection.Namespace(parse);
        if (space is not null && !AllowsNamespace)
        {
            options.Add("--namespace: a forecast needs every pod of a node; leave it out");
        }

        return new(_connection.Read(parse, options, terminal), space);
    }
}
