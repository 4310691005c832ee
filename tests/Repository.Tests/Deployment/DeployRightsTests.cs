using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Repository.Tests.Deployment;

/// <summary>The programs get the rights that they use, and no others.</summary>
public sealed class DeployRightsTests
{
    [Theory]
    [InlineData("riskanalyzer-webhook", "list, watch")]
    [InlineData("riskanalyzer-scanner", "list")]
    public void Reading_takes_exactly_the_resources_that_are_read(string role, string verbs)
    {
        var rules = DeployFiles.Object("ClusterRole", role).ItemsAt("rules").ToList();
        Assert.All(rules, rule => Assert.Equal(verbs, string.Join(", ", rule.TextsAt("verbs"))));
        var granted = rules.SelectMany(rule => rule.TextsAt("apiGroups").SelectMany(group => rule.TextsAt("resources").Select(resource => $"{group}/{resource}")));
        var read = ApiResources.All.Select(resource => $"{resource.Group}/{resource.Plural}");
        Assert.Equal(read.Order(StringComparer.Ordinal), granted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_certificate_job_may_touch_one_Secret_and_one_webhook_configuration()
    {
        Assert.Equal("secrets riskanalyzer-webhook-tls get,update", Rights("Role"));
        Assert.Equal("validatingwebhookconfigurations riskanalyzer get,patch", Rights("ClusterRole"));
    }

    [Fact]
    public void A_token_is_only_mounted_where_the_pod_asks_for_it()
    {
        Assert.All(DeployFiles.Objects().Where(each => each.TextAt("kind") == "ServiceAccount"), account => Assert.Equal("false", account.TextAt("automountServiceAccountToken")));
        Assert.All(DeployFiles.Pods(), pod => Assert.Equal("true", pod.Spec.TextAt("automountServiceAccountToken")));
    }

    [Fact]
    public void Every_binding_gives_an_account_the_role_of_its_name() => Assert.All(
        DeployFiles.Objects().Where(each => each.TextAt("kind")!.EndsWith("Binding", StringComparison.Ordinal)),
        binding =>
        {
            var name = binding.TextAt("metadata.name");
            Assert.Equal((name, name, "riskanalyzer"), (binding.TextAt("roleRef.name"), binding.TextAt("subjects.0.name"), binding.TextAt("subjects.0.namespace")));
        });

    private static string Rights(string kind)
    {
        var rule = Assert.Single(DeployFiles.Object(kind, "riskanalyzer-certificate").ItemsAt("rules"));
        return string.Join(' ', new[] { "resources", "resourceNames", "verbs" }.Select(field => string.Join(',', rule.TextsAt(field))));
    }
}
