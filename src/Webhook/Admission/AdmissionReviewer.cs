using System.Buffers;
using System.Text;
using RiskAnalyzer.Model.Json;
using RiskAnalyzer.Model.Resources;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Admission;

/// <summary>Answers admission reviews: bytes in, bytes out. Whatever comes in, it neither throws nor works without bound.</summary>
public sealed class AdmissionReviewer
{
    private readonly RuleCatalog _catalog;
    private readonly Func<Policy> _policy;
    private readonly IClusterView _view;
    private readonly AdmissionLimits _limits;
    private readonly AdmissionMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly DecoderPool _decoders = new();
    private readonly ReviewJudge _judge;
    private readonly AnswerComposer _composer;
    private readonly CordonForecast _forecast;

    /// <summary>Makes a reviewer.</summary>
    /// <param name="catalog">The rules.</param>
    /// <param name="policy">Gives the policy in force.</param>
    /// <param name="view">What is known of the cluster.</param>
    /// <param name="limits">What a review may cost.</param>
    /// <param name="metrics">Counts what comes of reviews.</param>
    /// <param name="clock">Tells the time.</param>
    internal AdmissionReviewer(
        RuleCatalog catalog, Func<Policy> policy, IClusterView view, AdmissionLimits limits, AdmissionMetrics metrics, TimeProvider clock)
    {
        (_catalog, _policy, _view, _limits, _metrics, _clock) = (catalog, policy, view, limits, metrics, clock);
        _judge = new(new(catalog));
        _composer = new(catalog, metrics);
        _forecast = new(limits);
    }

    /// <summary>Answers a review.</summary>
    /// <param name="body">The review.</param>
    /// <param name="output">Gets the answer: an AdmissionReview, or one line of text that says what is wrong.</param>
    /// <param name="isOverloaded">Whether to allow the request without looking at it.</param>
    /// <returns>Whether the body was a review that can be answered; false means that the caller is at fault.</returns>
    public bool Review(ReadOnlySpan<byte> body, IBufferWriter<byte> output, bool isOverloaded = false)
    {
        var started = _clock.GetTimestamp();
        var decoder = _decoders.Rent();
        try
        {
            var request = new AdmissionRequest();
            if (AdmissionReviewDecoder.Read(decoder, body, request) is { } mistake)
            {
                _ = Encoding.UTF8.GetBytes(WarningText.Clean(mistake) + "\n", output);
                _metrics.Answered("other", "other", "failed", _clock.GetElapsedTime(started));
                return false;
            }

            var answer = isOverloaded ? Shed() : Answer(decoder, body, request, started);
            ReviewResponse.Write(output, body[request.Uid], answer);
            _metrics.Answered(ReviewLabels.Kind(request), ReviewLabels.Operation(request), answer.Decision, _clock.GetElapsedTime(started));
            return true;
        }
        finally
        {
            _decoders.Return(decoder);
        }
    }

    private AdmissionAnswer Shed()
    {
        _metrics.Shed();
        return AdmissionAnswer.Warning("shed", "riskanalyzer: not evaluated: too many requests at once");
    }

    private AdmissionAnswer Answer(ObjectDecoder decoder, ReadOnlySpan<byte> body, AdmissionRequest request, long started)
    {
        try
        {
            var sight = _view.Current;
            var subject = SubjectReader.Read(decoder, body, request, sight.Snapshot, out var problem);
            return problem is not null ? AdmissionAnswer.Warning("failed", $"riskanalyzer: not evaluated: {problem}")
                : subject is null ? Unsaid(request, sight)
                : Answer(subject.Value, sight, started);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The last line of defence: whatever is broken here must not become an outage of the API server.
            return AdmissionAnswer.Warning("failed", $"riskanalyzer: not evaluated because of an internal error ({exception.GetType().Name})");
        }
    }

    // A Scale says nothing for itself; without its workload the verdict is unknown, not good.
    private static AdmissionAnswer Unsaid(AdmissionRequest request, ClusterSight sight) => SubjectReader.ScaledKind(request) is { } kind
        ? AdmissionAnswer.Warning(
            "warned",
            $"riskanalyzer: {WarningText.NameOf(kind, request.Namespace, request.Name)}: not evaluated: the view of the cluster {sight.Blindness ?? "does not hold it yet"}")
        : AdmissionAnswer.Silent;

    private AdmissionAnswer Answer(ReviewSubject subject, ClusterSight sight, long started)
    {
        if (subject.Any is Node)
        {
            return subject.IsCordon ? _forecast.Answer(subject.Any.Metadata.Name, sight) : AdmissionAnswer.Silent;
        }

        if (subject.IsMadeByController || subject.Any is Pod { IsMirror: true } || (subject.After is null && subject.Before is not (PodDisruptionBudget or Autoscaler)))
        {
            return AdmissionAnswer.Silent;
        }

        var policy = _policy();
        var verdict = _judge.Judge(subject, sight, policy, IsTimeUp, _clock.GetUtcNow());
        var inForce = policy.In(sight.Snapshot?.InNamespace(subject.Any.Metadata.Namespace) ?? new() { Name = subject.Any.Metadata.Namespace ?? "" });
        return _composer.Compose(verdict, inForce, policy.Name, sight.Snapshot is null ? sight.Blindness : null);

        bool IsTimeUp() => _clock.GetElapsedTime(started) > _limits.Deadline;
    }
}
