using System.Xml.Linq;

namespace RiskAnalyzer.Repository.Tests;

/// <summary>Projects reference each other in one direction, and the pure ones say that they are.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("Model", "")]
    [InlineData("Simulation", "Model")]
    [InlineData("Rules", "Simulation")]
    [InlineData("Reporting", "Rules")]
    [InlineData("Kubernetes", "Model")]
    [InlineData("Hosting", "Kubernetes, Rules")]
    [InlineData("Webhook", "Hosting")]
    [InlineData("Scanner", "Hosting, Reporting")]
    public void A_project_references_only_what_it_may(string project, string allowed)
    {
        var file = XDocument.Load(TestKit.Repository.PathOf("src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
        Assert.Equal(allowed, string.Join(", ", references.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Simulation")]
    [InlineData("Rules")]
    [InlineData("Reporting")]
    public void A_pure_project_says_so(string project) =>
        Assert.Contains("<PureProject>true</PureProject>", File.ReadAllText(TestKit.Repository.PathOf("src", project, project + ".csproj")), StringComparison.Ordinal);

    [Fact]
    public void Only_the_bootstrap_of_the_certificate_writes_to_a_cluster() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(TestKit.Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories),
            file => !file.Contains("/Webhook/Bootstrap/", StringComparison.Ordinal)
                && File.ReadAllText(file) is var text && (text.Contains("HttpMethod.Put", StringComparison.Ordinal) || text.Contains("HttpMethod.Patch", StringComparison.Ordinal)));
}
