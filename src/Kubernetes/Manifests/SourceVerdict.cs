namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Says whether a source came to nothing, so that there is nothing to judge.</summary>
internal static class SourceVerdict
{
    public static InputError? Of(SourceList list, SourceTally tally)
    {
        if (tally.Objects > 0 || tally.HasTemplates)
        {
            return null;
        }

        var isOne = list.Files.Length == 1;
        var message = (isOne, tally) switch
        {
            (true, { FirstProblem: { } problem }) => problem.Message,
            (false, { FirstProblem: { } problem }) => $"no object could be read from its {list.Files.Length} files; the first problem is {problem.Location}: {problem.Message}",
            (true, { FirstPassedOver: { } stranger }) => stranger.Message,
            (true, _) => "there is no Kubernetes object in it",
            _ => $"none of its {list.Files.Length} files holds a Kubernetes object",
        };
        return new(list.Source, message, isOne && tally.FirstProblem is { } first ? first.Location.Line : 0);
    }
}
