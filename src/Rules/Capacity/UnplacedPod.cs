using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Rules.Capacity;

/// <summary>A pod for which there is no room.</summary>
/// <param name="Pod">The pod that would have to move.</param>
/// <param name="Why">What keeps it from the nodes that it may go to, in the words of the scheduler.</param>
internal sealed record UnplacedPod(Pod Pod, string Why)
{
    /// <summary>The pod's name for messages.</summary>
    public string Name => $"{Pod.Namespace}/{Pod.Name}";
}
