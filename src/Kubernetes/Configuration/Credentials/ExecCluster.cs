using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.Kubernetes.Configuration.Credentials;

/// <summary>Tells a credential plugin about the cluster.</summary>
/// <remarks>Source: kubernetes/client-go:pkg/apis/clientauthentication/v1/types.go (Cluster).</remarks>
internal static class ExecCluster
{
    private const string ExtensionName = "client.authentication.k8s.io/exec";

    public static JsonObject Of(ConfigNode cluster)
    {
        var told = new JsonObject { ["server"] = cluster["server"].Text };
        Add(told, "tls-server-name", cluster["tls-server-name"].Text);
        Add(told, "insecure-skip-tls-verify", cluster["insecure-skip-tls-verify"].IsTrue ? true : null);
        var authority = PemFiles.TextOf(cluster["certificate-authority-data"], cluster["certificate-authority"]);
        Add(told, "certificate-authority-data", authority is null ? null : Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(authority)));
        Add(told, "proxy-url", cluster["proxy-url"].Text);
        Add(told, "disable-compression", cluster["disable-compression"].IsTrue ? true : null);
        Add(told, "config", cluster["extensions"].Items.Where(extension => extension["name"].Text == ExtensionName)
            .Select(extension => ToJson(extension["extension"].Raw)).FirstOrDefault());
        return told;
    }

    private static void Add(JsonObject told, string name, JsonNode? value)
    {
        if (value is not null)
        {
            told[name] = value;
        }
    }

    private static JsonNode? ToJson(YamlNode? node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(child.Key.ToString(), ToJson(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "true" or "false" } truth => truth.Value == "true",
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "null" or "~" or "" } => null,
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } number when long.TryParse(number.Value, System.Globalization.CultureInfo.InvariantCulture, out var whole) => whole,
        YamlScalarNode text => text.Value,
        _ => null,
    };
}
