using RiskAnalyzer.TestKit;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.Repository.Tests.Deployment;

/// <summary>The manifests are complete and keep to the restricted profile.</summary>
public sealed class DeployManifestTests
{
    [Fact]
    public void Every_file_belongs_to_a_kustomization()
    {
        var named = DeployFiles.Kustomizations().SelectMany(file => Named(file, YamlDocuments.Read(file).Single())).ToHashSet(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(DeployFiles.Folder, "*.yaml", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "kustomization.yaml");
        Assert.Empty(files.Except(named));
    }

    [Fact]
    public void Pods_keep_to_the_restricted_profile_and_cannot_write() => Assert.All(DeployFiles.Pods(), pod =>
    {
        var spec = pod.Spec;
        Assert.Equal(("true", "RuntimeDefault"), (spec.TextAt("securityContext.runAsNonRoot"), spec.TextAt("securityContext.seccompProfile.type")));
        Assert.Null(spec.At("hostNetwork") ?? spec.At("hostPID") ?? spec.At("hostIPC") ?? spec.At("initContainers"));
        Assert.All(spec.ItemsAt("containers"), container =>
        {
            Assert.Equal(("false", "true"), (container.TextAt("securityContext.allowPrivilegeEscalation"), container.TextAt("securityContext.readOnlyRootFilesystem")));
            Assert.Equal(["ALL"], container.TextsAt("securityContext.capabilities.drop"));
            Assert.Null(container.At("securityContext.capabilities.add"));
            Assert.NotNull(container.At("resources.requests.cpu"));
            Assert.Equal(container.TextAt("resources.requests.memory"), container.TextAt("resources.limits.memory"));
        });

        // An emptyDir would make a drain ask for --delete-emptydir-data.
        Assert.All(spec.ItemsAt("volumes"), volume => Assert.True(volume.At("secret") is not null || volume.At("configMap") is not null, pod.Name));
    });

    [Fact]
    public void Selectors_find_the_pods_that_they_mean()
    {
        var webhook = DeployFiles.Object("Deployment", "riskanalyzer-webhook");
        var labels = webhook.At("spec.template.metadata.labels")!.ToString();
        Assert.Equal(labels, webhook.At("spec.selector.matchLabels")!.ToString());
        Assert.Equal(labels, DeployFiles.Object("Service", "riskanalyzer-webhook").At("spec.selector")!.ToString());
        Assert.Equal(labels, DeployFiles.Object("PodDisruptionBudget", "riskanalyzer-webhook").At("spec.selector.matchLabels")!.ToString());
        Assert.Equal(labels, DeployFiles.Object("NetworkPolicy", "riskanalyzer-webhook").At("spec.podSelector.matchLabels")!.ToString());
    }

    private static IEnumerable<string> Named(string file, YamlMappingNode content) => content.TextsAt("resources")
        .Concat(content.ItemsAt("patches").Select(patch => patch.TextAt("path")!))
        .Concat(content.ItemsAt("configMapGenerator").SelectMany(map => map.TextsAt("files")))
        .Select(name => Path.GetFullPath(Path.Join(Path.GetDirectoryName(file), name)));
}
