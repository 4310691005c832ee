using RiskAnalyzer.Simulation.Kernel;
using RiskAnalyzer.Simulation.Lifecycle;

namespace RiskAnalyzer.Simulation.Clients;

/// <summary>The order in which the API server lists pods: by namespace and name, as they lie in etcd.</summary>
internal static class ListOrder
{
    // kubernetes/apimachinery:pkg/util/rand.
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;

    /// <summary>Sorts pods. The names of replacements that are not of a StatefulSet end in letters that are drawn.</summary>
    public static SimulatedPod[] Of(SimulationRun run, IEnumerable<SimulatedPod> pods) =>
        [.. pods.OrderBy(pod => NameOf(run, pod), StringComparer.Ordinal).ThenBy(pod => pod.Id)];

    private static string NameOf(SimulationRun run, SimulatedPod pod) => pod.Original is not null || pod.Ordinal >= 0 || pod.Class.Controller < 0
        ? pod.NameIn(run.Input)
        : $"{pod.Class.Namespace}/{run.Input.Controllers[pod.Class.Controller].Reference.Name}-{Suffix(run.Settings.Seed, pod.Id)}";

    private static string Suffix(ulong seed, int id) => string.Create(SuffixLength, SeededRandom.Mix(seed ^ ((ulong)id << 32)), static (text, bits) =>
    {
        foreach (ref var letter in text)
        {
            letter = Letters[(int)(bits % (ulong)Letters.Length)];
            bits /= (ulong)Letters.Length;
        }
    });
}
