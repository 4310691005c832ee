using FluentValidation;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Judges the sections of a plan that one orchestrator alone has: they belong to its profile only.</summary>
internal sealed class OrchestratorSectionValidator : AbstractValidator<MaintenancePlanDocument>
{
    public OrchestratorSectionValidator()
    {
        BelongsTo(RuleFor(plan => plan.Kured), "spec.kured", OrchestratorProfile.Kured);
        BelongsTo(RuleFor(plan => plan.Kubespray), "spec.kubespray", OrchestratorProfile.Kubespray, OrchestratorProfile.KubesprayGroups);
        BelongsTo(RuleFor(plan => plan.ClusterApi), "spec.clusterApi", OrchestratorProfile.ClusterApi);
        BelongsTo(RuleFor(plan => plan.SystemUpgradeController), "spec.systemUpgradeController", OrchestratorProfile.SystemUpgradeController);
        BelongsTo(RuleFor(plan => plan.Karpenter), "spec.karpenter", OrchestratorProfile.Karpenter);
        BelongsTo(RuleFor(plan => plan.ClusterAutoscaler), "spec.clusterAutoscaler", OrchestratorProfile.ClusterAutoscaler);
        _ = RuleFor(plan => plan.Kured!).SetValidator(new KuredValidator()).OverridePropertyName("spec.kured");
        _ = RuleFor(plan => plan.Kubespray!).SetValidator(new KubesprayValidator()).OverridePropertyName("spec.kubespray");
        _ = RuleFor(plan => plan.ClusterApi!).SetValidator(new ClusterApiValidator()).OverridePropertyName("spec.clusterApi");
        _ = RuleFor(plan => plan.SystemUpgradeController!).SetValidator(new SystemUpgradeControllerValidator()).OverridePropertyName("spec.systemUpgradeController");
        _ = RuleFor(plan => plan.Karpenter!).SetValidator(new KarpenterValidator()).OverridePropertyName("spec.karpenter");
        _ = RuleFor(plan => plan.ClusterAutoscaler!).SetValidator(new ClusterAutoscalerValidator()).OverridePropertyName("spec.clusterAutoscaler");
    }

    // Of a profile that nobody knows nothing can be said.
    private static void BelongsTo<T>(IRuleBuilderInitial<MaintenancePlanDocument, T?> rule, string path, params OrchestratorProfile[] profiles)
        where T : class =>
        _ = rule.Must((plan, section) => section is null || ProfileOf(plan) is not { } profile || profiles.Contains(profile)).OverridePropertyName(path)
            .WithMessage(plan => $"is for the profile {string.Join(" or ", profiles.Select(PlanText.NameOf))}, but the profile is {PlanText.NameOf(ProfileOf(plan)!.Value)}");

    private static OrchestratorProfile? ProfileOf(MaintenancePlanDocument plan) =>
        plan.Profile is null ? OrchestratorProfile.Kubectl : PlanText.Find(plan.Profile);
}
