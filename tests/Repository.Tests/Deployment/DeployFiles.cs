using RiskAnalyzer.TestKit;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.Repository.Tests.Deployment;

/// <summary>The manifests of <c>deploy/</c>, each file by itself, so that they can be looked at without kubectl.</summary>
internal static class DeployFiles
{
    /// <summary>The folder.</summary>
    public static string Folder { get; } = TestKit.Repository.PathOf("deploy");

    /// <summary>Every object that is installed, as it is written; patches and the files of kustomize are left out.</summary>
    public static IEnumerable<YamlMappingNode> Objects() => Kustomizations()
        .SelectMany(file => YamlDocuments.Read(file).Single().TextsAt("resources").Select(resource => Path.Join(Path.GetDirectoryName(file), resource)))
        .Where(File.Exists).Distinct(StringComparer.Ordinal).SelectMany(YamlDocuments.Read);

    /// <summary>The files that say what belongs together.</summary>
    public static IEnumerable<string> Kustomizations() =>
        Directory.EnumerateFiles(Folder, "kustomization.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The one object of a kind and name.</summary>
    public static YamlMappingNode Object(string kind, string name) =>
        Objects().Single(each => each.TextAt("kind") == kind && each.TextAt("metadata.name") == name);

    /// <summary>The pod templates of all workloads, with the name of each.</summary>
    public static IEnumerable<(string Name, YamlNode Spec)> Pods() =>
        from each in Objects()
        let template = each.At("spec.jobTemplate.spec.template.spec") ?? each.At("spec.template.spec")
        where template is not null
        select ($"{each.TextAt("kind")}/{each.TextAt("metadata.name")}", template);
}
