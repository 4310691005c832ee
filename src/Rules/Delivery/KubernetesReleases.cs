using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Rules.Delivery;

/// <summary>When minor releases of Kubernetes came out and when their support ends.</summary>
/// <remarks>
/// Sources: kubernetes/website:data/releases/eol.yaml and data/releases/schedule.yaml up to 1.31,
/// endoflife-date/endoflife.date:products/kubernetes.md (2026-08-22) from 1.32 on. Later releases were not out when this was written.
/// </remarks>
internal static class KubernetesReleases
{
    private static readonly ImmutableArray<(MinorVersion Version, DateOnly Released, DateOnly EndOfLife)> Table =
    [
        (new(1, 25), new(2022, 8, 23), new(2023, 10, 28)),
        (new(1, 26), new(2022, 12, 8), new(2024, 2, 28)),
        (new(1, 27), new(2023, 4, 11), new(2024, 7, 16)),
        (new(1, 28), new(2023, 8, 15), new(2024, 10, 22)),
        (new(1, 29), new(2023, 12, 13), new(2025, 2, 28)),
        (new(1, 30), new(2024, 4, 17), new(2025, 7, 15)),
        (new(1, 31), new(2024, 8, 13), new(2025, 11, 11)),
        (new(1, 32), new(2024, 12, 11), new(2026, 2, 28)),
        (new(1, 33), new(2025, 4, 23), new(2026, 6, 28)),
        (new(1, 34), new(2025, 8, 27), new(2026, 10, 27)),
        (new(1, 35), new(2025, 12, 17), new(2027, 2, 28)),
        (new(1, 36), new(2026, 4, 22), new(2027, 6, 28)),
    ];

    /// <summary>The newest minor that is known to be out on a day.</summary>
    public static MinorVersion NewestOn(DateOnly day) =>
        Table.Where(row => row.Released <= day).Select(row => row.Version).DefaultIfEmpty(Table[0].Version.Plus(-1)).Max();

    /// <summary>The oldest minor that is supported on a day; the newest known one when the table has grown old.</summary>
    public static MinorVersion OldestSupportedOn(DateOnly day) =>
        Table.Where(row => row.Released <= day && row.EndOfLife >= day).Select(row => row.Version).DefaultIfEmpty(NewestOn(day)).Min();
}
