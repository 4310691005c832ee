using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Model.Json;

/// <summary>One decoded object, or why there is none.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Resource">The object, for <see cref="DecodeOutcome.Read"/>.</param>
/// <param name="Problem">What is wrong, for <see cref="DecodeOutcome.Unreadable"/> and <see cref="DecodeOutcome.Partial"/>.</param>
/// <param name="PassedOver">The kind as <c>Kind.group</c>, for <see cref="DecodeOutcome.PassedOver"/>.</param>
public readonly record struct DecodedObject(
    DecodeOutcome Outcome, IResource? Resource = null, LoadProblem? Problem = null, string? PassedOver = null)
{
    /// <summary>Puts the object, the problem or the count into a snapshot.</summary>
    public void AddTo(SnapshotBuilder builder)
    {
        if (Resource is not null)
        {
            builder.Add(Resource);
        }
        else if (Problem is not null)
        {
            builder.Add(Problem);
        }
        else if (PassedOver is not null)
        {
            builder.PassOver(PassedOver);
        }
    }
}
