using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Cases;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Rules.Tests.Cases;

/// <summary>A snapshot with one object put in answers every question as one that was built with the object from the start.</summary>
public sealed class OneChangeTests
{
    public static TheoryData<string> RuleNames => [.. RuleCatalog.Default.Rules.Select(rule => rule.Descriptor.Name)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void An_object_put_in_is_as_good_as_one_that_was_there(string rule)
    {
        foreach (var ruleCase in RuleCases.Of(RuleCatalog.Default.Find(rule)!))
        {
            var cluster = AdmissionCase.Of(ruleCase).Cluster;
            foreach (var resource in cluster.Namespaces.Values.SelectMany(Changeable).ToArray())
            {
                var whole = cluster.InNamespace(resource.Metadata.Namespace);
                var without = whole.Without(resource);
                AssertSame(Rebuilt(whole), without.With(resource), $"{ruleCase}: {resource.Reference} created");
                AssertSame(Rebuilt(without), without, $"{ruleCase}: {resource.Reference} deleted");
                var touched = Touched(resource);
                AssertSame(Rebuilt(without.With(touched)), whole.With(touched), $"{ruleCase}: {resource.Reference} touched");
            }
        }
    }

    private static IEnumerable<IResource> Changeable(NamespaceSnapshot contents) =>
        contents.Controllers.Cast<IResource>().Concat(contents.Pods).Concat(contents.Budgets).Concat(contents.Autoscalers);

    // Other labels change who is selected; the same objects otherwise.
    private static IResource Touched(IResource resource) => resource switch
    {
        Workload workload => workload with { Template = workload.Template with { Labels = LabelSet.Of("touched", "yes") } },
        PodDisruptionBudget budget => budget with { Selector = LabelSelector.Everything },
        Pod pod => pod with { Metadata = pod.Metadata with { Labels = LabelSet.Of("touched", "yes") } },
        Autoscaler autoscaler => autoscaler with { TargetName = "touched" },
        _ => resource,
    };

    private static NamespaceSnapshot Rebuilt(NamespaceSnapshot contents) => new()
    {
        Name = contents.Name,
        Object = contents.Object,
        Pods = contents.Pods,
        Controllers = contents.Controllers,
        Budgets = contents.Budgets,
        Autoscalers = contents.Autoscalers,
        Services = contents.Services,
        Claims = contents.Claims,
        Quotas = contents.Quotas,
        LimitRanges = contents.LimitRanges,
    };

    private static void AssertSame(NamespaceSnapshot expected, NamespaceSnapshot actual, string message)
    {
        var (left, right) = (Answers(expected).ToArray(), Answers(actual).ToArray());
        Assert.True(left.SequenceEqual(right), $"{message}\nexpected {string.Join("\n  ", left.Except(right))}\nactual {string.Join("\n  ", right.Except(left))}");
    }

    private static IEnumerable<string> Answers(NamespaceSnapshot contents)
    {
        yield return $"pods {Names(contents.Pods)}";
        yield return $"controllers {Names(contents.Controllers)}";
        yield return $"top {Names(contents.Workloads)}";
        foreach (var workload in contents.Workloads)
        {
            yield return $"{workload.Reference} pods {Names(contents.PodsOf(workload))} autoscaler {contents.AutoscalerOf(workload)?.Reference}"
                + $" template {workload.Template.Labels} budgets {Names(contents.BudgetsSelecting(workload.Template.Labels))}";
        }

        foreach (var pod in contents.Pods)
        {
            yield return $"{pod.Reference} of {contents.WorkloadOf(pod)?.Reference} budgets {Names(contents.BudgetsSelecting(pod.Metadata.Labels))}";
        }

        foreach (var budget in contents.Budgets)
        {
            yield return $"{budget.Reference} {budget.Selector} pods {Names(contents.PodsSelectedBy(budget))} workloads {Names(contents.WorkloadsSelectedBy(budget))}";
        }

        foreach (var controller in contents.Controllers)
        {
            yield return $"found {contents.FindController(controller.Kind, controller.Metadata.Name)?.Template.Labels}";
        }
    }

    private static string Names(IEnumerable<IResource> resources) => string.Join(",", resources.Select(each => each.Reference.ToString()));
}
