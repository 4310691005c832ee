using System.Runtime.InteropServices;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>The values of all counters in one run, by domain; a domain without value has 0.</summary>
internal sealed class CounterTable
{
    private readonly Dictionary<int, int>?[] _values;

    public CounterTable(int counters) => _values = new Dictionary<int, int>?[counters];

    /// <summary>A copy that goes its own way.</summary>
    public CounterTable(CounterTable other) => _values = [.. other._values.Select(each => each is null ? null : new Dictionary<int, int>(each))];

    /// <summary>The values of a counter that are not 0; null when all are.</summary>
    public Dictionary<int, int>? Of(int counter) => counter < 0 || _values[counter] is not { Count: > 0 } values ? null : values;

    /// <summary>The value of a counter in a domain.</summary>
    public int this[int counter, int domain] => counter >= 0 && _values[counter] is { } values ? values.GetValueOrDefault(domain) : 0;

    /// <summary>Changes a value.</summary>
    public void Add(int counter, int domain, int by)
    {
        var values = _values[counter] ??= [];
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(values, domain, out _);
        value += by;
        if (value == 0)
        {
            _ = values.Remove(domain);
        }
    }
}
