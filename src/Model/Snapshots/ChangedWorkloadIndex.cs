using System.Collections.Immutable;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Snapshots;

/// <summary>The owners of a namespace in which one topmost workload was put, in place of another or as a new one that no object names yet.</summary>
internal sealed class ChangedWorkloadIndex(WorkloadIndex before, Workload? old, Workload put) : WorkloadIndex
{
    private ImmutableArray<Workload> _top;

    /// <summary>Whether such a change can be laid over an index; otherwise the namespace has to be gone through again.</summary>
    public static bool Fits(WorkloadIndex before, Workload? old, Workload put) =>
        put.Metadata.Controller is null && (old is null ? !before.Misses(put.Kind, put.Metadata.Name) : old.Metadata.Controller is null);

    public override ImmutableArray<Workload> Top
    {
        get
        {
            if (_top.IsDefault)
            {
                _ = ImmutableInterlocked.InterlockedInitialize(ref _top, new Listing<Workload>(before.Top).With(put).Items);
            }

            return _top;
        }
    }

    public override Workload? Find(string kind, string name) => Now(before.Find(kind, name)) ?? (IsPut(kind, name) ? put : null);

    public override Workload? Of(Pod pod) => Now(before.Of(pod));

    public override ImmutableArray<Pod> PodsOf(Workload workload) =>
        !ReferenceEquals(workload, put) ? before.PodsOf(workload) : old is null ? [] : before.PodsOf(old);

    public override bool Misses(string kind, string name) => !IsPut(kind, name) && before.Misses(kind, name);

    private Workload? Now(Workload? workload) => workload is not null && ReferenceEquals(workload, old) ? put : workload;

    private bool IsPut(string kind, string name) => put.Kind == kind && put.Metadata.Name == name;
}
