namespace RiskAnalyzer.Simulation.Lifecycle;

/// <summary>The pods of a run by number. In a long maintenance most of those that ever were are gone, so that numbers lie on pages which go with
/// their pods.</summary>
internal sealed class PodTable
{
    private const int PageSize = 1024;

    private readonly List<SimulatedPod?[]?> _pages = [];
    private readonly List<int> _left = [];

    /// <summary>How many there ever were; they have the numbers from 0.</summary>
    public int Count { get; private set; }

    /// <summary>A pod by its number; null when it is gone.</summary>
    public SimulatedPod? this[int id] => _pages[id / PageSize]?[id % PageSize];

    /// <summary>Takes in a pod whose number is the count.</summary>
    public void Add(SimulatedPod pod)
    {
        var (page, place) = Math.DivRem(Count++, PageSize);
        if (place == 0)
        {
            _pages.Add(new SimulatedPod?[PageSize]);
            _left.Add(PageSize);
        }

        _pages[page]![place] = pod;
    }

    /// <summary>Lets a pod go.</summary>
    public void Remove(int id)
    {
        var (page, place) = Math.DivRem(id, PageSize);
        _pages[page]![place] = null;
        if (--_left[page] == 0)
        {
            _pages[page] = null;
        }
    }
}
