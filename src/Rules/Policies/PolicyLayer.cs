using System.Collections.Immutable;

namespace RiskAnalyzer.Rules.Policies;

/// <summary>One source of settings: a profile or a policy file. Its sections go over its own rules; a later layer goes over all of it.</summary>
internal sealed record PolicyLayer(IReadOnlyDictionary<string, RuleOverride> Rules, ImmutableArray<NamespaceSection> Sections);
