using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>Nodes and pods in one run with every sum and count that placement reads, kept up to date with each change.</summary>
internal sealed class TrackedCluster
{
    private readonly RuleMasks _rules;
    private readonly NodeSets _sets;
    private ulong[] _live;

    /// <summary>Starts with the nodes of the snapshot and no pods.</summary>
    public TrackedCluster(PlacementCatalog catalog)
    {
        (Catalog, Index) = (catalog, catalog.Index);
        Nodes = new(catalog.NodeCount);
        Room = new(Index.Resources, catalog.NodeCount);
        Topology = new(Index.Keys);
        Taints = new(Index.Tolerations, catalog.NodeCount);
        Counters = new(Index.Counters.Length);
        _rules = new(Index.Rules, Nodes, catalog.NodeCount);
        _sets = new(Index);
        _live = new ulong[Bits.Words(catalog.NodeCount)];
        foreach (var node in catalog.Nodes)
        {
            var name = node.Metadata.Name;
            var attached = Index.Volumes.Attached(name);
            var slot = new NodeSlot(node, name, node.Metadata.Labels) { VolumeLimits = Index.Volumes.Limits(name), Volumes = attached.Count > 0 ? new() : null };
            foreach (var (driver, volume) in attached)
            {
                slot.Volumes!.Attach(driver, volume);
            }

            Nodes.Add(slot);
        }

        for (var node = 0; node < Nodes.Count; node++)
        {
            Join(node);
        }
    }

    private TrackedCluster(TrackedCluster other)
    {
        (Catalog, Index) = (other.Catalog, other.Index);
        Nodes = [.. other.Nodes.Select(node => node.Copy())];
        Room = new(other.Room);
        Topology = new(other.Topology);
        Taints = new(other.Taints);
        Counters = new(other.Counters);
        _rules = new(Index.Rules, Nodes, Catalog.NodeCount);
        _sets = new(other._sets);
        _live = [.. other._live];
        (LiveCount, Version, NodesVersion) = (other.LiveCount, other.Version, other.NodesVersion);
    }

    public PlacementCatalog Catalog { get; }

    public PlacementIndex Index { get; }

    public List<NodeSlot> Nodes { get; }

    public NodeRoom Room { get; }

    public Topology Topology { get; }

    public TaintMasks Taints { get; }

    public CounterTable Counters { get; }

    /// <summary>Nodes that were not removed.</summary>
    public int LiveCount { get; private set; }

    /// <summary>The nodes that were not removed, as bits.</summary>
    public ulong[] Live => _live;

    /// <summary>Grows with every change that may matter to a placement.</summary>
    public long Version { get; private set; }

    /// <summary>Grows when a node joins or leaves.</summary>
    public int NodesVersion { get; private set; }

    /// <summary>A copy that goes its own way.</summary>
    public TrackedCluster Copy() => new(this);

    /// <summary>The nodes that meet a rule, as bits.</summary>
    public ulong[] Meeting(int rule) => _rules[rule];

    /// <summary>The number of domains that take part in a hard spread constraint.</summary>
    public int Domains(int tally) => _sets.Domains(tally);

    /// <summary>The shapes of the pods on a node, in their order.</summary>
    public IEnumerable<PodShape> ShapesOn(int node) => Nodes[node].Pods.Select(pod => Catalog.Shapes[pod.Shape]);

    /// <summary>Puts a pod on a node, the last in its order.</summary>
    public void Add(PodShape shape, int node, bool isTerminating)
    {
        Nodes[node].Pods.Add(new(shape, isTerminating));
        Change(shape, node, isTerminating, 1);
    }

    /// <summary>Takes a pod off a node; false when there is no such pod.</summary>
    public bool Take(PodShape shape, int node, bool isTerminating)
    {
        if (!Nodes[node].Pods.Remove(new(shape, isTerminating)))
        {
            return false;
        }

        Change(shape, node, isTerminating, -1);
        return true;
    }

    /// <summary>A pod's deletion began: it becomes the last in the node's order; false when there is no such pod.</summary>
    public bool MarkTerminating(PodShape shape, int node)
    {
        if (!Nodes[node].Pods.Remove(new(shape, isTerminating: false)))
        {
            return false;
        }

        Version++;
        Nodes[node].Pods.Add(new(shape, isTerminating: true));
        foreach (var (counter, weight) in Index.PlanOf(shape).Counted)
        {
            if (Index.Counters[counter].LeavesOutTerminating && _sets.Has(Index.Counters[counter].Nodes, node))
            {
                Count(counter, node, isTerminating: false, -weight);
            }
        }

        return true;
    }

    /// <summary>Takes off the pod that was last put on a node.</summary>
    public void TakeLast(int node)
    {
        var pods = Nodes[node].Pods;
        var last = pods[^1];
        pods.RemoveAt(pods.Count - 1);
        Change(Catalog.Shapes[last.Shape], node, last.IsTerminating, -1);
    }

    /// <summary>The volumes of a pod that leaves are detached.</summary>
    public void Detach(PodShape shape, int node)
    {
        foreach (var (driver, volumes) in Index.PlanOf(shape).Volumes)
        {
            foreach (var volume in volumes)
            {
                Nodes[node].Volumes?.Detach(driver, volume);
            }
        }
    }

    /// <summary>Says that a node's cordon or taints were changed.</summary>
    public void OnTaintsChanged(int node)
    {
        Version++;
        Taints.Read(node, Nodes[node]);
        for (var set = 0; set < Index.NodeSets.Length; set++)
        {
            if (Index.NodeSets[set].Tolerations >= 0 && Belongs(node, set) is var belongs && belongs != _sets.Has(set, node))
            {
                Move(node, set, belongs);
            }
        }
    }

    /// <summary>Says that something else changed that may matter to a placement.</summary>
    public void OnChanged() => Version++;

    /// <summary>Takes in a node that joins.</summary>
    /// <returns>Its number.</returns>
    public int AddNode(NodeSlot slot)
    {
        Nodes.Add(slot);
        Topology.AddNode(Nodes.Count - 1, slot.Labels);
        Join(Nodes.Count - 1);
        return Nodes.Count - 1;
    }

    /// <summary>Lets a node leave; its pods no longer count.</summary>
    public void RemoveNode(int node)
    {
        if (Nodes[node].IsRemoved)
        {
            return;
        }

        Nodes[node].IsRemoved = true;
        Bits.Put(ref _live, node, value: false);
        LiveCount--;
        (Version, NodesVersion) = (Version + 1, NodesVersion + 1);
        for (var set = 0; set < Index.NodeSets.Length; set++)
        {
            if (_sets.Has(set, node))
            {
                Move(node, set, joins: false);
            }
        }
    }

    private void Join(int node)
    {
        Bits.Put(ref _live, node, value: true);
        LiveCount++;
        (Version, NodesVersion) = (Version + 1, NodesVersion + 1);
        Room.AddNode(node, Nodes[node].Node.Allocatable);
        Taints.Read(node, Nodes[node]);
        for (var set = 0; set < Index.NodeSets.Length; set++)
        {
            _sets.Put(set, node, Belongs(node, set), Topology);
        }
    }

    private bool Belongs(int node, int set)
    {
        var (keys, rules, tolerations) = Index.NodeSets[set];
        return !Nodes[node].IsRemoved
            && Array.TrueForAll(keys, key => Topology.Domains(key)[node] >= 0)
            && Array.TrueForAll(rules, rule => _rules.Meets(node, rule))
            && (tolerations < 0 || Taints.BearsHard(tolerations, Nodes[node]));
    }

    private void Move(int node, int set, bool joins)
    {
        foreach (var pod in Nodes[node].Pods)
        {
            foreach (var (counter, weight) in Index.Plans[pod.Shape].Counted)
            {
                if (Index.Counters[counter].Nodes == set)
                {
                    Count(counter, node, pod.IsTerminating, joins ? weight : -weight);
                }
            }
        }

        _sets.Put(set, node, joins, Topology);
    }

    private void Change(PodShape shape, int node, bool isTerminating, int pods)
    {
        Version++;
        var plan = Index.PlanOf(shape);
        Room.Add(Index.Requests[plan.Requests], node, pods);
        foreach (var (counter, weight) in plan.Counted)
        {
            if (_sets.Has(Index.Counters[counter].Nodes, node))
            {
                Count(counter, node, isTerminating, pods * weight);
            }
        }

        foreach (var (driver, volumes) in plan.Volumes)
        {
            foreach (var volume in volumes)
            {
                (Nodes[node].Volumes ??= new()).Use(driver, volume, pods);
            }
        }
    }

    private void Count(int counter, int node, bool isTerminating, int by)
    {
        var (key, _, leavesOutTerminating) = Index.Counters[counter];
        if (!isTerminating || !leavesOutTerminating)
        {
            var domain = key == Counter.ByNode ? node : key == Counter.WholeCluster ? 0 : Topology.Domains(key)[node];
            if (domain >= 0)
            {
                Counters.Add(counter, domain, by);
            }
        }
    }
}
