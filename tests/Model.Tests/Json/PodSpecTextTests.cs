using System.Text;
using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Tests.Json;

/// <summary>A pod reads the same after its siblings, whose text is compared with its own, as it does alone.</summary>
public sealed class PodSpecTextTests
{
    private const string Sibling = """
        { "containers": [{ "image": "a:1", "name": "a", "volumeMounts": [{ "mountPath": "/t", "name": "kube-api-access-abcde", "readOnly": true }] }],
          "nodeName": "n1", "volumes": [{ "name": "kube-api-access-abcde", "projected": {} }, { "hostPath": { "path": "/d" }, "name": "d" }] }
        """;

    public static TheoryData<string, string> Differences => new()
    {
        { "n1", "n2" },
        { "n1", "a-much-longer.name.example.com" },
        { "\"n1\"", "\"\"" },
        { "\"n1\"", "null" },
        { "\"n1\"", "\"n\\u0031\"" },
        { "\"nodeName\": \"n1\", ", "" },
        { "\"n1\"", "\"n1\", \"nodeName\": \"n3\"" },
        { "abcde", "fgh12" },
        { "abcde", "fgh123" },
        { "abcde", "FGHIJ" },
        { "abcde", "ab\\\"e" },
        { "a:1", "a:2" },
        { "\"/d\"", "\"/e\"" },
        { "\"name\": \"d\"", "\"name\": \"kube-api-access-abcde\"" },
        { "\"hostPath\": { \"path\": \"/d\" }, \"name\": \"d\"", "\"name\": \"d\", \"persistentVolumeClaim\": { \"claimName\": \"kube-api-access-abcde\" }" },
        { "\"name\": \"a\"", "\"name\": \"kube-api-access-abcde\"" },
        { "\"volumes\": [", "\"terminationGracePeriodSeconds\": 5, \"volumes\": [" },
        { "\"readOnly\": true", "\"readOnly\": false" },
        { " \"containers\"", "\t\n  \"containers\"" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void A_difference_to_the_sibling_before_is_seen(string written, string other)
    {
        var changed = Sibling.Replace(written, other, StringComparison.Ordinal);
        Assert.NotEqual(Sibling, changed);
        foreach (var order in new[] { new[] { Sibling, changed }, [changed, Sibling], [Sibling, changed, Sibling], [changed, changed.Replace("abcde", "vwxyz", StringComparison.Ordinal)] })
        {
            var decoder = new ObjectDecoder();
            foreach (var spec in order)
            {
                var (alone, after) = (Read(new(), spec), Read(decoder, spec));
                Assert.Equal((alone.NodeName, alone.Spec), (after.NodeName, after.Spec));
            }
        }
    }

    private static Pod Read(ObjectDecoder decoder, string spec)
    {
        var json = $$"""
            { "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "p", "namespace": "shop",
              "ownerReferences": [{ "apiVersion": "apps/v1", "controller": true, "kind": "ReplicaSet", "name": "r" }] }, "spec": {{spec}} }
            """;
        return Assert.IsType<Pod>(decoder.Decode(Encoding.UTF8.GetBytes(json), default).Resource);
    }
}
