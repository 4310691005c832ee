using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RiskAnalyzer.Kubernetes.Manifests;

namespace RiskAnalyzer.Kubernetes.Tests.Manifests;

public sealed class SourceMapTests
{
    private const int Pods = 60;
    private const string File = "pods.json";

    [Theory]
    [InlineData("plain", true)]
    [InlineData("plain", false)]
    [InlineData("gzip", true)]
    [InlineData("mark", true)]
    public void Every_field_is_found_on_its_line_in_whatever_order_it_is_asked_for(string form, bool isIndented)
    {
        var text = ListOfPods(isIndented);
        var input = Read(text, form);
        var pods = input.Snapshot.Pods.Reverse().Concat(input.Snapshot.Pods).ToList();

        var lines = input.Lines.LinesOf([.. pods.Select(pod => new FieldPlace(pod.Metadata.Source, "spec.containers[1].image"))]);

        Assert.Equal(Pods, input.Snapshot.Pods.Count());
        Assert.Equal(pods.Select(pod => LineOf(text, pod.Spec.Containers[1].Image)), lines);
    }

    [Fact]
    public void A_field_that_is_not_written_has_the_line_of_its_nearest_parent()
    {
        var text = ListOfPods(isIndented: true);
        var input = Read(text, "plain");
        var place = input.Snapshot.Pods.First().Metadata.Source;

        var lines = input.Lines.LinesOf([new(place, "metadata.labels.app"), new(place, ""), new(new("other.json", 3), "spec"), new(new(null, 0), "spec")]);

        Assert.Equal([LineOf(text, "metadata"), place.Line, 3, 0], lines);
    }

    private static ManifestInput Read(string text, string form)
    {
        byte[] bytes = [.. form == "mark" ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
        if (form == "gzip")
        {
            using var compressed = new MemoryStream();
            using (var gzip = new GZipStream(compressed, CompressionMode.Compress))
            {
                gzip.Write(bytes);
            }

            bytes = compressed.ToArray();
        }

        var file = new SourceFile(null, File, () => new MemoryStream(bytes));
        return new ReadSession(new() { Now = DateTimeOffset.UnixEpoch }).Read(file);
    }

    private static int LineOf(string text, string word) =>
        1 + text.AsSpan(0, text.IndexOf($"\"{word}\"", StringComparison.Ordinal)).Count('\n');

    private static string ListOfPods(bool isIndented) => new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "List",
        ["items"] = new JsonArray([.. Enumerable.Range(0, Pods).Select(Pod)]),
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = isIndented });

    // Long enough for the objects to lie in different pieces of the file.
    private static JsonNode Pod(int number) => new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "Pod",
        ["metadata"] = new JsonObject { ["name"] = string.Create(CultureInfo.InvariantCulture, $"pod-{number:000}"), ["annotations"] = new JsonObject { ["note"] = new string('x', number * 40) } },
        ["spec"] = new JsonObject { ["containers"] = new JsonArray(Container($"first-{number}"), Container($"second-{number}")) },
    };

    private static JsonObject Container(string name) => new() { ["name"] = name, ["image"] = $"example/{name}:1" };
}
