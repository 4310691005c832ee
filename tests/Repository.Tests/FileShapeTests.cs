using System.Text.RegularExpressions;
using RiskAnalyzer.Rules.Engine;

namespace RiskAnalyzer.Repository.Tests;

/// <summary>Files are small and are named after what is in them.</summary>
public sealed class FileShapeTests
{
    private const int MostLines = 400;
    private const int HardlyEverAbove = 200;
    private const int MedianAim = 70;

    private static readonly IReadOnlyList<string> Sources = Files("src");

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Assert.All(Sources.Concat(Files("tests")), file => Assert.True(Lines(file) <= MostLines, $"{Name(file)} has {Lines(file)} lines"));

    [Fact]
    public void Most_source_files_fit_a_screen_or_two()
    {
        var sizes = Sources.Select(Lines).Order().ToList();
        Assert.InRange(sizes[sizes.Count / 2], 0, MedianAim);
        Assert.InRange(sizes.Count(size => size > HardlyEverAbove), 0, sizes.Count / 50);
    }

    [Fact]
    public void A_source_file_is_named_after_its_type() =>
        Assert.All(Sources.Where(file => Path.GetFileName(file) != "Program.cs"), file =>
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var type = name.Replace("OfT", "", StringComparison.Ordinal);
            Assert.True(
                File.ReadLines(file).Any(line => Declares(line, type)),
                $"{Name(file)} declares no type {type}");
        });

    [Fact]
    public void A_rule_is_its_class_its_cases_and_its_page_under_one_name() =>
        Assert.All(RuleCatalog.Default.Rules, rule =>
        {
            var name = rule.Descriptor.Name;
            var pascal = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            Assert.Equal(pascal, rule.GetType().Name);
            var folder = TestKit.Repository.PathOf("src", "Rules", rule.Descriptor.Category.ToString());
            Assert.True(File.Exists(Path.Join(folder, $"{pascal}.cs")), $"{name}: src/Rules/{rule.Descriptor.Category}/{pascal}.cs is missing");
            Assert.True(File.Exists(Path.Join(folder, $"{pascal}.yaml")), $"{name}: src/Rules/{rule.Descriptor.Category}/{pascal}.yaml is missing");
            Assert.True(File.Exists(TestKit.Repository.PathOf("docs", "rules", $"{name}.md")), $"{name}: docs/rules/{name}.md is missing");
        });

    private static bool Declares(string line, string type) =>
        Regex.IsMatch(line, $@"\b(class|struct|record|interface|enum|delegate .+) {type}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static IReadOnlyList<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(TestKit.Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Name(file).Contains("/obj/", StringComparison.Ordinal) && !Name(file).Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static int Lines(string file) => File.ReadLines(file).Count();

    private static string Name(string file) => Path.GetRelativePath(TestKit.Repository.Root, file).Replace('\\', '/');
}
