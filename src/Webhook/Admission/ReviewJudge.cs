using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Scans the cluster that does not exist yet: the latest snapshot with the incoming object put in.</summary>
internal sealed class ReviewJudge(RuleEngine engine)
{
    /// <summary>Judges a request.</summary>
    /// <param name="subject">What is changed.</param>
    /// <param name="sight">What is known of the cluster.</param>
    /// <param name="policy">What is in force.</param>
    /// <param name="isTimeUp">Says whether the time for an answer is up.</param>
    /// <param name="now">The time, for a cluster that is not known.</param>
    public ReviewVerdict Judge(ReviewSubject subject, ClusterSight sight, Policy policy, Func<bool> isTimeUp, DateTimeOffset now)
    {
        var cluster = sight.Snapshot ?? new ClusterSnapshot { CapturedAt = now };
        var options = new EvaluationOptions { IsAdmission = true, Blindness = sight.Snapshot is null ? sight.Blindness : null, IsTimeUp = isTimeUp };
        var after = subject.After is { } put ? cluster.With(put) : cluster.Without(subject.Before!);
        var evaluation = Evaluate(subject, subject.After, after, policy, options);
        return evaluation.Findings.Count == 0
            ? new() { Subject = subject.Any.Reference, Evaluation = evaluation, New = [], Old = [] }
            : Compare(evaluation, subject, cluster, policy, options);
    }

    /// <summary>Tells what the request makes or changes from what was there before.</summary>
    private ReviewVerdict Compare(Evaluation evaluation, ReviewSubject subject, ClusterSnapshot cluster, Policy policy, EvaluationOptions options)
    {
        var own = subject.Any.Reference;
        var before = subject.Before is { } old ? cluster.With(old) : cluster;
        var known = Evaluate(subject, subject.Before, before, policy, options).Findings;
        var fresh = evaluation.Findings.Where(finding => !known.Any(other => IsAbout(finding, own) ? IsSame(finding, other) : IsNoBetter(finding, other))).ToArray();
        return new()
        {
            Subject = own,
            Evaluation = evaluation,
            New = fresh,
            Old = [.. evaluation.Findings.Where(finding => IsAbout(finding, own) && !fresh.Contains(finding))],
        };
    }

    private static bool IsSame(Finding finding, Finding other) =>
        finding.Rule == other.Rule && IsAbout(finding, other.Object) && finding.Field == other.Field
        && finding.Severity == other.Severity && finding.Message == other.Message;

    // Another object is only news when the request makes it worse: its state may still be that of the moment before.
    private static bool IsNoBetter(Finding finding, Finding before) =>
        IsAbout(finding, before.Object) && before.Exemption is null && before.Severity >= finding.Severity;

    private static bool IsAbout(Finding finding, ObjectReference reference) => finding.Object.Kind == reference.Kind && finding.Object.Name == reference.Name;

    private Evaluation Evaluate(ReviewSubject subject, IResource? state, ClusterSnapshot cluster, Policy policy, EvaluationOptions options)
    {
        var scope = new List<IResource>(4);
        if (state is not null)
        {
            scope.Add(state);
        }

        if (options.Blindness is null)
        {
            ReviewScope.AddRelated(scope, subject, cluster);
            if (state is null)
            {
                RemoveGone(scope, subject.Any);
            }
        }

        return engine.Evaluate(cluster, policy, options with { Scope = scope });
    }

    private static void RemoveGone(List<IResource> scope, IResource gone) =>
        scope.RemoveAll(each => each.Kind == gone.Kind && each.Metadata.Name == gone.Metadata.Name);
}
