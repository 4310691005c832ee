using System.CommandLine;
using RiskAnalyzer.Hosting.Sources;
using RiskAnalyzer.Kubernetes.Files;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.Scanner.Output;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>Writes a live cluster to one file that the other commands read.</summary>
internal sealed class SnapshotCommand
{
    private readonly ConnectionOptionSet _connection = new();
    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = $"The file to write; gzipped if its name ends in .gz; - for standard output. Left out: {SnapshotFile.LeftOut}.",
        HelpName = "FILE",
    };
    private readonly Terminal _terminal;

    private SnapshotCommand(Terminal terminal) => _terminal = terminal;

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var snapshot = new SnapshotCommand(terminal);
        var command = new ExampleCommand("snapshot", "Writes a live cluster to one file, which 'scan' and 'drain' read.", """
            riskanalyzer snapshot --out cluster.json.gz
            riskanalyzer snapshot --context production --out - | gzip > cluster.json.gz
            """);
        command.Add(snapshot._out);
        snapshot._connection.AddTo(command);
        command.SetAction(snapshot.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var options = new OptionReader(parse);
        using var target = ReadTarget(parse, options);
        var connection = _connection.Read(parse, options, _terminal);
        options.ThrowIfMistaken();

        var input = await ProgressBar.RunAsync(_terminal, "Reading", progress => connection.UseAsync(async (api, endpoint) =>
        {
            var readingOptions = new ReadingOptions { Namespace = _connection.Namespace(parse), Progress = progress };
            var reading = await new SnapshotFile(api, connection.Clock).WriteAsync(target.Open, target.IsCompressed, readingOptions, cancellationToken);
            return (Reading: reading, endpoint.Name);
        }));
        LiveReading.ThrowIfNothing(input.Reading, input.Name);
        target.Commit();

        // The rights come last, so that they can be cut off the end and applied.
        string[] written = [.. LiveReading.Notes(input.Reading, input.Name), $"wrote {target.Name}; left out: {SnapshotFile.LeftOut}"];
        Notes.Write(_terminal, written, input.Reading.Missing?.ToYaml());
        return ExitCode.Fine;
    }

    private FileTarget ReadTarget(ParseResult parse, OptionReader options)
    {
        var file = parse.GetValue(_out);
        if (file is null)
        {
            options.Add($"{_out.Name}: is missing; name the file to write, for example {_out.Name} cluster.json.gz");
        }
        else if (FileTarget.MistakeIn(file) is { } mistake)
        {
            options.Add($"{_out.Name}: {file}: {mistake}");
        }

        return new(file ?? "-", _terminal.OpenOutput);
    }
}
