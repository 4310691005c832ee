using RiskAnalyzer.Kubernetes.Reading;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>
/// Logs what is wrong with the view when it begins, and once more when it is over. An API server that is down fails in other words with every
/// try and every resource, and in between a try looks as if all were well.
/// </summary>
internal sealed class ViewTrouble(TimeProvider clock, ILogger log)
{
    // Tries come at most so far apart in the first minutes of an outage; what was well for so long is well.
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(30);

    private readonly Spell _failing = new();
    private readonly Spell _refused = new();

    /// <summary>Looks at how it stands with the resources now.</summary>
    public void Look(IReadOnlyList<ResourceStatus> resources)
    {
        // An add-on that is not there is no problem. What may not be read stays so until somebody changes it, and must not hide an outage.
        var troubled = resources.Where(status => status.Problem is not null && status is not { State: ResourceState.Absent, Resource.IsOptional: true }).ToLookup(IsRefused);
        Follow(_failing, troubled[false]);
        Follow(_refused, troubled[true]);
    }

    private static bool IsRefused(ResourceStatus status) => status.State is ResourceState.Forbidden or ResourceState.Absent;

    private void Follow(Spell spell, IEnumerable<ResourceStatus> troubled)
    {
        var problems = troubled.Select(status => status.Problem!).ToList();
        var now = clock.GetUtcNow();
        if (problems.Count > 0)
        {
            spell.LastSeen = now;
            if (spell.Problem is null)
            {
                // One of them tells enough.
                spell.Problem = problems.Count == 1 ? problems[0] : $"{problems[0]} (and {problems.Count - 1} more resources)";
                Log.ViewProblem(log, spell.Problem);
            }
        }
        else if (spell.Problem is { } over && now - spell.LastSeen >= Calm)
        {
            spell.Problem = null;
            Log.ViewProblemOver(log, over);
        }
    }

    private sealed class Spell
    {
        public string? Problem { get; set; }

        public DateTimeOffset LastSeen { get; set; }
    }
}
