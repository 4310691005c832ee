using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>Writes amounts of resources for people.</summary>
internal static class AmountText
{
    private const long MiB = 1024 * 1024;

    /// <summary>Writes CPU in cores or thousandths, bytes in MiB, anything else as it is counted.</summary>
    public static string Of(string resource, long amount) => resource switch
    {
        ResourceAmounts.Cpu => amount % 1000 == 0 ? $"{amount / 1000}" : $"{amount}m",
        ResourceAmounts.Memory or ResourceAmounts.EphemeralStorage => $"{Math.Round(amount / (decimal)MiB, 0, MidpointRounding.AwayFromZero)} MiB",
        _ => $"{amount}",
    };

    /// <summary>Writes what pods request in one line, without their number.</summary>
    public static string OfRequests(ResourceAmounts amounts)
    {
        var requests = amounts.Pairs.Where(pair => pair.Key != ResourceAmounts.Pods).Select(pair => $"{pair.Key} {Of(pair.Key, pair.Value)}").ToList();
        return requests.Count == 0 ? "nothing" : string.Join(", ", requests);
    }
}
