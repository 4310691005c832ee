using System.CommandLine;
using RiskAnalyzer.Hosting.Sources;
using RiskAnalyzer.Kubernetes.Configuration;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Which live cluster is meant, in kubectl's words.</summary>
internal sealed class ConnectionOptionSet
{
    private readonly Option<string?> _kubeconfig = Text("--kubeconfig", "Path of the kubeconfig. Default: those that KUBECONFIG names, or ~/.kube/config.", "FILE");
    private readonly Option<string?> _context = Text("--context", "Context of the kubeconfig. Default: the current one, or in a pod the pod's own cluster.", "NAME");
    private readonly Option<string?> _cluster = Text("--cluster", "Cluster entry of the kubeconfig, before the context's.", "NAME");
    private readonly Option<string?> _user = Text("--user", "User entry of the kubeconfig, before the context's.", "NAME");
    private readonly Option<string?> _server = Text("--server", "Address of the API server, before the cluster entry's.", "URL");
    private readonly Option<string?> _token = Text("--token", "Bearer token, before the user entry's credentials.", "TOKEN");
    private readonly Option<string?> _as = Text("--as", "User to act as.", "NAME");
    private readonly Option<string[]> _asGroups = new("--as-group") { Description = "Group to act as; repeatable.", HelpName = "NAME" };
    private readonly Option<string?> _timeout = Text("--request-timeout", "How long the server may stay silent, as 30s. Default: 60s.", "DURATION");
    private readonly Option<string?> _namespace = new("--namespace", "-n") { Description = "The only namespace to read.", HelpName = "NAME" };

    private IEnumerable<Option> All => [_kubeconfig, _context, _cluster, _user, _server, _token, _as, _asGroups, _timeout, _namespace];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    /// <summary>The names of the options that were given.</summary>
    public IEnumerable<string> Given(ParseResult parse) => All.Where(option => parse.GetResult(option) is { Implicit: false }).Select(option => option.Name);

    /// <summary>The only namespace; null for all.</summary>
    public string? Namespace(ParseResult parse) => parse.GetValue(_namespace);

    /// <summary>The way to the cluster.</summary>
    public LiveConnection Read(ParseResult parse, OptionReader options, Terminal terminal)
    {
        var groups = parse.GetValue(_asGroups) ?? [];
        if (groups.Length > 0 && parse.GetValue(_as) is null)
        {
            options.Add($"{_asGroups.Name}: needs {_as.Name}, the user who is in the group");
        }

        var connection = new ConnectionOptions
        {
            Kubeconfig = parse.GetValue(_kubeconfig),
            Context = parse.GetValue(_context),
            Cluster = parse.GetValue(_cluster),
            User = parse.GetValue(_user),
            Server = parse.GetValue(_server),
            Token = parse.GetValue(_token),
            As = parse.GetValue(_as),
            AsGroups = groups,
            UserAgent = $"riskanalyzer/{ToolVersion.Text} ({Environment.OSVersion.Platform}) {parse.CommandResult.Command.Name}",
        };
        var seconds = options.Seconds(_timeout, allowsZero: false);
        return new(seconds is null ? connection : connection with { RequestTimeout = TimeSpan.FromSeconds(seconds.Value) }, terminal.Surroundings);
    }

    private static Option<string?> Text(string name, string description, string helpName) => new(name) { Description = description, HelpName = helpName };
}
