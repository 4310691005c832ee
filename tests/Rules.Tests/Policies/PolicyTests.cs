using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Rules.Tests.Engine;

namespace RiskAnalyzer.Rules.Tests.Policies;

public sealed class PolicyTests
{
    private static readonly FirstRisk First = new();
    private static readonly SecondRisk Second = new();
    private static readonly RuleCatalog Catalog = new([First, Second]);

    [Fact]
    public void Without_a_policy_every_rule_runs_with_its_own_severity_and_only_warns()
    {
        var settings = Policy.Default(Catalog).Common.Of(First);

        Assert.True(settings.IsEnabled);
        Assert.Null(settings.Severity);
        Assert.Equal(AdmissionMode.Warn, settings.AtAdmission);
        Assert.Empty(settings.Parameters);
    }

    [Fact]
    public void System_namespaces_are_left_alone_at_admission_and_in_matters_of_replicas_and_hygiene()
    {
        var replicas = new FirstRisk { Category = RuleCategory.Availability };
        var catalog = new RuleCatalog([replicas, Second]);
        var policy = Policy.Default(catalog).In(new() { Name = "kube-system" });

        Assert.False(policy.Of(replicas).IsEnabled);
        Assert.True(policy.Of(Second).IsEnabled);
        Assert.Equal(AdmissionMode.Off, policy.Of(Second).AtAdmission);
    }

    [Fact]
    public void A_policy_file_goes_over_the_profile()
    {
        var replicas = new FirstRisk { Category = RuleCategory.Availability };
        var catalog = new RuleCatalog([replicas]);
        var policy = Policy.Of(catalog, new PolicyDocument { Rules = [new() { Rule = "first-risk", Enabled = true }] });

        Assert.True(policy.In(new() { Name = "kube-system" }).Of(replicas).IsEnabled);
    }

    [Fact]
    public void A_namespace_section_goes_over_the_file_and_leaves_what_it_does_not_say()
    {
        var policy = Policy.Of(Catalog, new PolicyDocument
        {
            Rules = [new() { Rule = "second-risk", Severity = "medium", AtAdmission = "enforce", Parameters = [new("limit", "3"), new("names", "c, d")] }],
            Namespaces = [new() { Names = ["shop"], Rules = [new() { Rule = "second-risk", Severity = "low", Parameters = [new("limit", "4")] }] }],
        });

        var common = policy.Common.Of(Second);
        var shop = policy.In(new() { Name = "shop" }).Of(Second);

        Assert.Equal((Severity.Medium, 3), (common.Severity, common.Parameters["limit"]));
        Assert.Equal((Severity.Low, 4), (shop.Severity, shop.Parameters["limit"]));
        Assert.Equal(AdmissionMode.Enforce, shop.AtAdmission);
        Assert.Equal(["c", "d"], (IReadOnlyList<string>)shop.Parameters["names"]);
    }

    [Theory]
    [InlineData("owner", "operator", false)]
    [InlineData("owner", "shop", true)]
    public void A_namespace_section_may_select_by_label(string key, string value, bool isEnabled)
    {
        var policy = Policy.Of(Catalog, new PolicyDocument
        {
            Namespaces = [new() { Selector = "owner=operator", Rules = [new() { Rule = "first-risk", Enabled = false }] }],
        });
        var contents = new NamespaceSnapshot
        {
            Name = "rook-ceph",
            Object = new() { Metadata = new() { Name = "rook-ceph", Labels = LabelSet.Of(key, value) } },
        };

        Assert.Equal(isEnabled, policy.In(contents).Of(First).IsEnabled);
    }

    [Fact]
    public void Of_two_sections_for_one_namespace_the_later_one_wins()
    {
        var policy = Policy.Of(Catalog, new PolicyDocument
        {
            Namespaces =
            [
                new() { Names = ["shop"], Rules = [new() { Rule = "first-risk", Severity = "low" }] },
                new() { Names = ["shop"], Rules = [new() { Rule = "first-risk", Severity = "blocker" }] },
            ],
        });

        Assert.Equal(Severity.Blocker, policy.In(new() { Name = "shop" }).Of(First).Severity);
    }

    [Fact]
    public void A_rule_may_run_in_one_namespace_only()
    {
        var optIn = new FirstRisk { IsOptIn = true };
        var catalog = new RuleCatalog([optIn]);
        var policy = Policy.Of(catalog, new PolicyDocument
        {
            Namespaces = [new() { Names = ["shop"], Rules = [new() { Rule = "first-risk", Enabled = true }] }],
        });

        Assert.True(policy.MayRun(optIn));
        Assert.False(policy.Common.Of(optIn).IsEnabled);
        Assert.True(policy.In(new() { Name = "shop" }).Of(optIn).IsEnabled);
    }
}
