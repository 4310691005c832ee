using System.CommandLine;
using RiskAnalyzer.Hosting.Sources;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Where a command reads the cluster.</summary>
internal sealed class SourceOptions
{
    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Description = "Files, directories, or - for standard input: JSON or YAML, also gzipped; what 'kubectl get ... -A -o json' writes.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _kubeconfig = new("--kubeconfig") { Description = "Path of the kubeconfig, for a live cluster.", HelpName = "FILE" };
    private readonly Option<string?> _context = new("--context") { Description = "Context of the kubeconfig, for a live cluster.", HelpName = "NAME" };
    private readonly Option<string?> _namespace = new("--namespace", "-n") { Description = "The only namespace to read, in a live cluster.", HelpName = "NAME" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_sources);
        command.Add(_kubeconfig);
        command.Add(_context);
        command.Add(_namespace);
    }

    /// <summary>The source that the options name; null, with a mistake, when they name none.</summary>
    public IClusterSource? Read(ParseResult parse, OptionReader options, Terminal terminal)
    {
        var sources = parse.GetValue(_sources) ?? [];
        if (sources.Length == 0)
        {
            options.Add("no SOURCE is given; name files or directories, or - for standard input. This build does not read a live cluster: kubectl get ... -A -o json writes a file that it reads");
            return null;
        }

        foreach (var option in new Option<string?>[] { _kubeconfig, _context, _namespace }.Where(option => parse.GetValue(option) is not null))
        {
            options.Add($"{option.Name}: is about a live cluster, but SOURCE names files; leave one of them out");
        }

        if (sources.Count(source => source == "-") > 1)
        {
            options.Add("SOURCE: standard input (-) is named twice");
        }

        // Manifests tell no time: of today only the day matters, to exemptions that end, and a second run gives the same bytes.
        return new ManifestSource(sources, terminal.OpenInput, new(terminal.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero));
    }
}
