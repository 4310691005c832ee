using System.Globalization;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.Webhook.Admission;
using RiskAnalyzer.Webhook.Configuration;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.Webhook.Tests.Deployment;

/// <summary>What <c>deploy/</c> says of the program is what the program does.</summary>
public sealed class DeploymentTests
{
    private static readonly YamlMappingNode Deployment = Read("deployment.yaml");
    private static readonly YamlMappingNode Webhooks = Read("webhook-configuration.yaml");
    private static readonly YamlNode Pod = Deployment.At("spec.template.spec")!;
    private static readonly YamlNode Container = Pod.At("containers.0")!;
    private static readonly WebhookOptions Options = new();

    [Fact]
    public void Every_variable_is_a_setting()
    {
        var known = WebhookSettings.Table.All.Select(setting => setting.Variable);
        Assert.Empty(Container.ItemsAt("env").Select(variable => variable.TextAt("name")!)
            .Where(name => name.StartsWith("RISKANALYZER_", StringComparison.Ordinal)).Except(known));
    }

    [Fact]
    public void Ports_and_paths_are_the_programs()
    {
        var ports = Container.ItemsAt("ports").ToDictionary(port => port.TextAt("name")!, port => port.TextAt("containerPort"));
        Assert.Equal((Number(Options.AdmissionPort), Number(Options.MetricsPort)), (ports["admission"], ports["metrics"]));
        Assert.All(Webhooks.ItemsAt("webhooks"), webhook => Assert.Equal(AdmissionEndpoint.Path, webhook.TextAt("clientConfig.service.path")));
        Assert.Equal(["/livez", "/livez", "/readyz"], new[] { "startupProbe", "livenessProbe", "readinessProbe" }.Select(probe => Container.TextAt($"{probe}.httpGet.path")));
        var mount = Container.ItemsAt("volumeMounts").Single(mount => mount.TextAt("name") == "tls").TextAt("mountPath");
        Assert.Equal((Options.CertificateFile, Options.KeyFile), ($"{mount}/tls.crt", $"{mount}/tls.key"));
    }

    [Fact]
    public void The_answer_comes_before_the_API_server_gives_up()
    {
        foreach (var webhook in Webhooks.ItemsAt("webhooks"))
        {
            var isNodes = webhook.TextAt("name")!.StartsWith("nodes.", StringComparison.Ordinal);
            var deadline = isNodes ? Options.Limits.ForecastDeadline : Options.Limits.Deadline;
            Assert.True(TimeSpan.FromSeconds(Seconds(webhook, "timeoutSeconds")) - deadline >= TimeSpan.FromSeconds(1), webhook.TextAt("name"));
        }
    }

    [Fact]
    public void The_grace_covers_everything_that_happens_before_the_end()
    {
        var needed = Seconds(Container, "lifecycle.preStop.sleep.seconds") + Options.ShutdownDelaySeconds + Options.DrainSeconds;
        Assert.InRange(Seconds(Pod, "terminationGracePeriodSeconds") - needed, 5, 15);
    }

    [Fact]
    public void It_fails_open_and_changes_nothing() => Assert.All(Webhooks.ItemsAt("webhooks"), webhook =>
    {
        Assert.Equal("Ignore", webhook.TextAt("failurePolicy"));
        Assert.Equal("None", webhook.TextAt("sideEffects"));
        Assert.Equal("Equivalent", webhook.TextAt("matchPolicy"));
        Assert.Equal(["v1"], webhook.TextsAt("admissionReviewVersions"));
    });

    [Fact]
    public void It_never_stands_in_the_way_of_the_control_plane_or_itself()
    {
        foreach (var webhook in Webhooks.ItemsAt("webhooks").Where(webhook => webhook.TextAt("rules.0.scope") == "Namespaced"))
        {
            var excluded = webhook.ItemsAt("namespaceSelector.matchExpressions").First().TextsAt("values").ToList();
            Assert.Superset(new HashSet<string> { "kube-system", "kube-node-lease", "riskanalyzer" }, excluded.ToHashSet());
        }

        var resources = Webhooks.ItemsAt("webhooks").SelectMany(webhook => webhook.ItemsAt("rules")).SelectMany(rule => rule.TextsAt("resources")).ToList();
        Assert.DoesNotContain(resources, resource => resource.Contains('*', StringComparison.Ordinal));
        Assert.Empty(resources.Intersect(["leases", "events", "pods/eviction", "pods/status", "nodes/status"]));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int Seconds(YamlNode node, string path) => int.Parse(node.TextAt(path)!, CultureInfo.InvariantCulture);

    private static YamlMappingNode Read(string file) => YamlDocuments.Read(Repository.PathOf("deploy", "base", file)).Single();
}
