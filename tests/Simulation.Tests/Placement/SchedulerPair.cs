using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Simulation.Placement;
using RiskAnalyzer.Simulation.Tests.Placement.Naive;

namespace RiskAnalyzer.Simulation.Tests.Placement;

/// <summary>Drives the scheduler and the naive one, which looks at everything each time, through the same changes and compares their answers.</summary>
internal sealed class SchedulerPair
{
    private readonly PlacementCatalog _catalog;
    private readonly Random _random;
    private readonly List<(int Id, PodShape Shape, int Node, bool IsTerminating)> _pods = [];
    private readonly List<(PodShape Shape, int Node)> _nominated = [];
    private SchedulerState _state;
    private NaiveScheduler _naive;
    private int _nextId;

    public SchedulerPair(ClusterSnapshot snapshot, SchedulerSettings settings, int seed)
    {
        _catalog = new(snapshot, settings);
        _random = new(seed);
        _state = SchedulerState.WithPods(_catalog);
        _naive = NaiveScheduler.WithPods(_catalog);
        foreach (var pod in snapshot.Pods.Where(pod => pod.NodeName is not null && !pod.IsFinished && _catalog.IndexOf(pod.NodeName) >= 0))
        {
            _pods.Add((_nextId++, _catalog.ShapeOf(pod), _catalog.IndexOf(pod.NodeName!), pod.IsTerminating));
        }
    }

    /// <summary>Changes both in one way, or asks both one question.</summary>
    public void Step()
    {
        switch (_random.Next(16))
        {
            case 0 or 1 or 2 or 3: Place(); break;
            case 4: Bind(Shape(), Node()); break;
            case 5 or 6: Terminate(); break;
            case 7 or 8: Remove(); break;
            case 9: Both(state => state.Cordon, naive => naive.Cordon); break;
            case 10: Both(state => state.Uncordon, naive => naive.Uncordon); break;
            case 11 or 12: ChangeNodes(); break;
            case 13: Nominate(); break;
            case 14: Preempt(); break;
            default: Compare(); break;
        }
    }

    /// <summary>Compares every answer about every shape and node.</summary>
    public void CompareAll()
    {
        foreach (var shape in _catalog.Shapes)
        {
            Compare(shape);
            for (var node = 0; node < _naive.NodeCount; node++)
            {
                Assert.Equal(_naive.Fits(shape, node), _state.Fits(shape, node));
            }
        }
    }

    private PodShape Shape() => _catalog.Shapes[_random.Next(_catalog.Shapes.Count)];

    private int Node() => _random.Next(_naive.NodeCount);

    private void Place()
    {
        var shape = Shape();
        var seed = (ulong)_random.NextInt64();
        PlacementBias? bias = null;
        if (_random.Next(3) == 0)
        {
            bias = new(_catalog.NodeCount);
            bias[Node()] = 2;
            bias[Node()] = 1;
        }

        var expected = _naive.Place(shape, seed, bias);
        Assert.Equal(expected, _state.Place(shape, seed, bias));
        Assert.Equal(expected, _state.Place(shape, seed, bias));
        if (expected.Node >= 0)
        {
            Bind(shape, expected.Node);
        }
    }

    private void Bind(PodShape shape, int node)
    {
        _naive.Bind(shape, node);
        _state.Bind(shape, node);
        _pods.Add((_nextId++, shape, node, false));
    }

    private void Terminate()
    {
        if (_pods.FindIndex(_random.Next(_pods.Count + 1), pod => !pod.IsTerminating) is >= 0 and var i)
        {
            var pod = _pods[i];
            _naive.MarkTerminating(pod.Shape, pod.Node);
            _state.MarkTerminating(pod.Shape, pod.Node);
            _pods[i] = pod with { IsTerminating = true };
        }
    }

    private void Remove()
    {
        if (_pods.Count > 0)
        {
            var i = _random.Next(_pods.Count);
            var pod = _pods[i];
            _naive.Remove(pod.Shape, pod.Node, pod.IsTerminating);
            _state.Remove(pod.Shape, pod.Node, pod.IsTerminating);
            _pods.RemoveAt(i);
        }
    }

    private void Both(Func<SchedulerState, Action<int>> ofState, Func<NaiveScheduler, Action<int>> ofNaive)
    {
        var node = Node();
        ofState(_state)(node);
        ofNaive(_naive)(node);
        Assert.Equal(_naive.IsCordoned(node), _state.IsCordoned(node));
    }

    private void ChangeNodes()
    {
        switch (_random.Next(4))
        {
            case 0:
                Both(state => state.RemoveNode, naive => naive.RemoveNode);
                break;
            case 1:
                var (like, name) = (Node(), $"new-{_naive.NodeCount}");
                Assert.Equal(_naive.AddNodeLike(like, name), _state.AddNodeLike(like, name));
                break;
            default:
                // What becomes of the originals must not show in the copies.
                var (state, naive) = (_state, _naive);
                (_state, _naive) = (state.Fork(), naive.Fork());
                state.Bind(Shape(), Node());
                state.Cordon(Node());
                _ = state.AddNodeLike(Node(), "elsewhere");
                break;
        }
    }

    private void Nominate()
    {
        if (_nominated.Count > 0 && _random.Next(2) == 0)
        {
            var (shape, node) = _nominated[_random.Next(_nominated.Count)];
            _ = _nominated.Remove((shape, node));
            _naive.Denominate(shape, node);
            _state.Denominate(shape, node);
        }
        else
        {
            var (shape, node) = (Shape(), Node());
            _nominated.Add((shape, node));
            _naive.Nominate(shape, node);
            _state.Nominate(shape, node);
        }
    }

    private void Preempt()
    {
        var (shape, seed) = (Shape(), (ulong)_random.NextInt64());
        var expected = _naive.FindPreemption(shape, seed, PodsOn, _ => 0);
        var actual = _state.FindPreemption(shape, seed, PodsOn, _ => 0);
        Assert.Equal(expected?.Node, actual?.Node);
        Assert.Equal(expected?.BudgetViolations, actual?.BudgetViolations);
        Assert.Equal(expected?.Victims.Select(victim => victim.Id), actual?.Victims.Select(victim => victim.Id));
    }

    private IReadOnlyList<RunningPod> PodsOn(int node) =>
    [
        .. _pods.Where(pod => pod.Node == node)
            .Select(pod => new RunningPod { Id = pod.Id, Shape = pod.Shape, IsTerminating = pod.IsTerminating, StartSeconds = pod.Id / 3, Budgets = [pod.Id % 3] }),
    ];

    private void Compare()
    {
        var (shape, node) = (Shape(), Node());
        Assert.Equal(_naive.Fits(shape, node), _state.Fits(shape, node));
        Compare(shape);
    }

    private void Compare(PodShape shape)
    {
        Assert.Equal(_naive.Scores(shape), _state.Scores(shape));
        Assert.Equal(
            _naive.Explain(shape).Select(each => $"{each} on {string.Join(',', each.Nodes)} {each.Rejection}"),
            _state.Explain(shape).Select(each => $"{each} on {string.Join(',', each.Nodes)} {each.Rejection}"));
    }
}
