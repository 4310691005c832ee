using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Rules.Engine;

/// <summary>All rules, sorted by name.</summary>
public sealed class RuleCatalog
{
    private readonly FrozenDictionary<string, Rule> _byName;
    private readonly ConcurrentDictionary<Type, ImmutableArray<Rule>> _byKind = new();

    /// <summary>Makes a catalogue of these rules.</summary>
    /// <exception cref="InvalidOperationException">A name is used twice, or a class does not carry its rule's name.</exception>
    public RuleCatalog(IEnumerable<Rule> rules)
    {
        Rules = [.. rules.OrderBy(rule => rule.Descriptor.Name, StringComparer.Ordinal)];
        var mistakes = Rules.Where(rule => RuleNames.OfClass(rule.GetType().Name) != rule.Descriptor.Name)
            .Select(rule => $"class {rule.GetType().Name} carries the rule name {rule.Descriptor.Name}")
            .Concat(Rules.CountBy(rule => rule.Descriptor.Name, StringComparer.Ordinal)
                .Where(pair => pair.Value > 1).Select(pair => $"{pair.Value} rules have the name {pair.Key}"))
            .ToArray();
        if (mistakes.Length > 0)
        {
            throw new InvalidOperationException(string.Join("; ", mistakes));
        }

        ExemptionRules = [.. Rules.OfType<ExemptionRule>()];
        _byName = Rules.ToFrozenDictionary(rule => rule.Descriptor.Name, StringComparer.Ordinal);
    }

    /// <summary>The rules of this product, found by type; there is no list to edit.</summary>
    public static RuleCatalog Default { get; } = new(Discover(typeof(Rule).Assembly));

    /// <summary>The rules, sorted by name.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>Those of the rules that judge exemptions, by name.</summary>
    internal ImmutableArray<ExemptionRule> ExemptionRules { get; }

    /// <summary>A rule by name; null when there is none.</summary>
    public Rule? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The rules that are about objects like this one, by name.</summary>
    internal ImmutableArray<Rule> About(IResource resource) =>
        _byKind.TryGetValue(resource.GetType(), out var rules) ? rules
        : _byKind.GetOrAdd(resource.GetType(), Choose(resource));

    private ImmutableArray<Rule> Choose(IResource resource) => [.. Rules.Where(rule => rule.IsAbout(resource))];

    private static IEnumerable<Rule> Discover(Assembly assembly) =>
        assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Rule)))
            .Select(type => (Rule)Activator.CreateInstance(type, nonPublic: true)!);
}
