using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Simulation.Placement.Indexing;

namespace RiskAnalyzer.Simulation.Placement.Tracking;

/// <summary>What each node has to give and what its pods request, as running sums, and when that last changed.</summary>
internal sealed class NodeRoom
{
    private const int Cpu = 0;
    private const int Memory = 1;

    private readonly string[] _resources;
    private readonly long[][] _allocatable;
    private readonly long[][] _used;
    private bool[] _isKnown;
    private long[] _maxPods;
    private int[] _pods;
    private long[] _scoredCpu;
    private long[] _scoredMemory;
    private long[] _changed;
    private long[] _blockChanged;
    private long _clock;

    public NodeRoom(string[] resources, int capacity)
    {
        _resources = resources;
        _allocatable = [.. resources.Select(_ => new long[capacity])];
        _used = [.. resources.Select(_ => new long[capacity])];
        (_isKnown, _maxPods, _pods) = (new bool[capacity], new long[capacity], new int[capacity]);
        (_scoredCpu, _scoredMemory, _changed) = (new long[capacity], new long[capacity], new long[capacity]);
        _blockChanged = new long[Bits.Words(capacity)];
    }

    /// <summary>A copy that goes its own way.</summary>
    public NodeRoom(NodeRoom other)
    {
        _resources = other._resources;
        _allocatable = [.. other._allocatable.Select(each => (long[])each.Clone())];
        _used = [.. other._used.Select(each => (long[])each.Clone())];
        (_isKnown, _maxPods, _pods) = ((bool[])other._isKnown.Clone(), (long[])other._maxPods.Clone(), (int[])other._pods.Clone());
        (_scoredCpu, _scoredMemory) = ((long[])other._scoredCpu.Clone(), (long[])other._scoredMemory.Clone());
        (_changed, _blockChanged, _clock) = ((long[])other._changed.Clone(), (long[])other._blockChanged.Clone(), other._clock);
    }

    /// <summary>The time of the last change, counted in changes.</summary>
    public long Clock => _clock;

    /// <summary>When a node last changed.</summary>
    public long Changed(int node) => _changed[node];

    /// <summary>When a node of a block last changed.</summary>
    public long BlockChanged(int block) => _blockChanged[block];

    /// <summary>Takes in a node without pods.</summary>
    /// <param name="node">Its number, one above the last.</param>
    /// <param name="allocatable">What it has to give; null when that is not known.</param>
    public void AddNode(int node, ResourceAmounts? allocatable)
    {
        if (node >= _isKnown.Length)
        {
            Grow(Math.Max(node + 1, node * 2));
        }

        _isKnown[node] = allocatable is not null;
        _maxPods[node] = allocatable?[ResourceAmounts.Pods] ?? 0;
        for (var i = 0; i < _resources.Length; i++)
        {
            _allocatable[i][node] = allocatable?[_resources[i]] ?? 0;
        }

        Touch(node);
    }

    /// <summary>Adds pods to a node, or takes them away.</summary>
    public void Add(RequestClass requests, int node, int pods)
    {
        foreach (var (resource, amount) in requests.Amounts)
        {
            _used[resource][node] += pods * amount;
        }

        _pods[node] += pods;
        _scoredCpu[node] += pods * requests.Requests.ScoredCpuMilli;
        _scoredMemory[node] += pods * requests.Requests.ScoredMemoryBytes;
        Touch(node);
    }

    /// <summary>Whether a pod has room on a node; a node of which that is not known has none.</summary>
    public bool Fits(RequestClass requests, int node)
    {
        if (!_isKnown[node] || _pods[node] + 1 > _maxPods[node])
        {
            return false;
        }

        foreach (var (resource, amount) in requests.Needs)
        {
            if (amount > _allocatable[resource][node] - _used[resource][node])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Why a pod has no room on a node; null when it has.</summary>
    public NodeRejection? Check(RequestClass requests, int node)
    {
        if (!_isKnown[node])
        {
            return new(RejectionReason.UnknownAllocatable, "what is allocatable is not known", IsResolvable: false);
        }

        if (_pods[node] + 1 > _maxPods[node])
        {
            return new(RejectionReason.TooManyPods, $"too many pods ({_pods[node]} of {_maxPods[node]})", IsResolvable: true);
        }

        foreach (var (resource, amount) in requests.Needs)
        {
            if (amount > _allocatable[resource][node] - _used[resource][node])
            {
                return new(RejectionReason.Resources, $"insufficient {_resources[resource]}", IsResolvable: amount <= _allocatable[resource][node]);
            }
        }

        return null;
    }

    /// <summary>CPU and memory that a node has to give, its pods use, and its pods count as using in the score for emptiness.</summary>
    public NodeUse Use(int node) => new(
        _allocatable[Cpu][node], _allocatable[Memory][node], _used[Cpu][node], _used[Memory][node], _scoredCpu[node], _scoredMemory[node]);

    private void Touch(int node)
    {
        _changed[node] = ++_clock;
        _blockChanged[node / Bits.PerWord] = _clock;
    }

    private void Grow(int capacity)
    {
        for (var i = 0; i < _resources.Length; i++)
        {
            Array.Resize(ref _allocatable[i], capacity);
            Array.Resize(ref _used[i], capacity);
        }

        Array.Resize(ref _isKnown, capacity);
        Array.Resize(ref _maxPods, capacity);
        Array.Resize(ref _pods, capacity);
        Array.Resize(ref _scoredCpu, capacity);
        Array.Resize(ref _scoredMemory, capacity);
        Array.Resize(ref _changed, capacity);
        Array.Resize(ref _blockChanged, Bits.Words(capacity));
    }
}
