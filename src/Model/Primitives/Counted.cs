namespace RiskAnalyzer.Model.Primitives;

/// <summary>Numbers with what they count, for sentences.</summary>
public static class Counted
{
    private const int MostNames = 5;

    /// <summary>A number with its noun, which takes an s unless it is one: <c>1 node</c>, <c>3 nodes</c>, <c>2 replicas</c>.</summary>
    public static string Of(int number, string noun) => Of(number, noun, noun.EndsWith('y') ? $"{noun[..^1]}ies" : $"{noun}s");

    /// <summary>A number with the words for one and those for several: <c>1 pod is</c>, <c>3 pods are</c>.</summary>
    public static string Of(int number, string one, string several) => $"{number} {(number == 1 ? one : several)}";

    /// <summary>The first five names and the number of the others: <c>a, b, c, d, e and 3 more</c>.</summary>
    public static string Names(IReadOnlyCollection<string> names) =>
        names.Count <= MostNames ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more";
}
