using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>What a review is about, as it was and as it is to be.</summary>
/// <param name="Before">The stored object; null when it is created.</param>
/// <param name="After">The object to come; null when it is deleted.</param>
internal readonly record struct ReviewSubject(IResource? Before, IResource? After)
{
    /// <summary>Either of the two.</summary>
    public IResource Any => (After ?? Before)!;

    /// <summary>Whether somebody else answers for the object, so that whoever sends it is no person who could change it.</summary>
    public bool IsMadeByController => Any.Metadata.Controller is not null;

    /// <summary>Whether a node is being cordoned.</summary>
    public bool IsCordon => (Before, After) is (Node { Unschedulable: false }, Node { Unschedulable: true });
}
