using System.Text;
using System.Text.Json;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Reporting;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Scanner.Tests;

/// <summary>How many threads read and judge shows nowhere in what is reported.</summary>
public sealed class ThreadsTests : IDisposable
{
    // After each cluster comes something that cannot be read, something that is passed over, and a list in a list.
    private const string Interruption = """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"no-number","namespace":"odd"},"spec":{"terminationGracePeriodSeconds":"long"}},
        {"no":"object"},
        {"apiVersion":"v1","kind":"List","items":[{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"odd"}}]},

        """;

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void The_report_is_the_same_with_one_thread_and_with_several()
    {
        var file = _files.Write("clusters.json", Clusters());

        var expected = Report(file, threads: 1, (count, action) => Enumerable.Range(0, count).ToList().ForEach(action));

        Assert.Contains("no-number", expected, StringComparison.Ordinal);
        foreach (var threads in new[] { 2, 5 })
        {
            Assert.Equal(expected, Report(file, threads, (count, action) => Enumerable.Range(0, count).Reverse().ToList().ForEach(action)));
            Assert.Equal(expected, Report(file, threads, (count, action) => Parallel.For(0, count, action)));
        }
    }

    // One list of several megabytes, so that there is something to share out. The clusters have names in common, of which the later ones count.
    private static string Clusters()
    {
        var text = new StringBuilder("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[\n");
        foreach (var cluster in Directory.EnumerateFiles(Repository.PathOf("tests", "recordings"), "cluster.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var list = JsonDocument.Parse(File.ReadAllText(cluster));
            _ = text.AppendJoin(",\n", list.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetRawText())).Append(",\n").Append(Interruption);
        }

        return text.Append("7, {\"apiVersion\":\"v1\",").ToString();
    }

    private static string Report(string file, int threads, Action<int, Action<int>> forEach)
    {
        var input = ManifestReader.Read([file], new() { Now = CommandLine.Now, DecodingThreads = threads });
        var evaluation = new RuleEngine(RuleCatalog.Default).Evaluate(input.Snapshot, Policy.Default(RuleCatalog.Default), new() { ForEach = forEach });
        using var output = new StringWriter();
        ReportWriter.Write(
            new RiskReport
            {
                ToolVersion = "test",
                CapturedAt = input.Snapshot.CapturedAt,
                Source = file,
                Evaluation = evaluation,
                Rules = [.. RuleCatalog.Default.Rules.Select(rule => rule.Descriptor)],
                Problems = input.Snapshot.Problems,
                PassedOver = input.Snapshot.PassedOver,
            },
            ReportFormat.Json,
            output,
            new());
        return output.ToString();
    }
}
