using System.Text.Json.Nodes;

namespace RiskAnalyzer.TestKit.Clusters;

/// <summary>What the object of a pod says in a state that is named in one word.</summary>
internal static class PodState
{
    private const int DefaultGraceSeconds = 30;

    /// <summary>ready, unready, crashing, no-image, initializing, starting, unscheduled, succeeded, failed, or terminating=N with N seconds left.</summary>
    public static JsonObject Of(string state, int? grace) => state.Split('=') switch
    {
        ["ready"] => Status("Running", isReady: true),
        ["unready"] => Status("Running", isReady: false),
        ["crashing"] => Crashing("Running", "CrashLoopBackOff"),
        ["no-image"] => Crashing("Pending", "ImagePullBackOff"),
        ["initializing"] => Crashing("Pending", "PodInitializing"),
        ["starting"] => Status("Pending", isReady: false),
        ["unscheduled"] => new() { ["status"] = new JsonObject { ["phase"] = "Pending" } },
        ["succeeded"] => Status("Succeeded", isReady: false),
        ["failed"] => Status("Failed", isReady: false),
        ["terminating", var left] => Terminating(int.Parse(left), grace ?? DefaultGraceSeconds),
        _ => throw new FormatException($"pod state {state}"),
    };

    private static JsonObject Status(string phase, bool isReady) => new()
    {
        ["status"] = new JsonObject
        {
            ["phase"] = phase,
            ["conditions"] = new JsonArray(
                new JsonObject { ["type"] = "PodScheduled", ["status"] = "True" },
                new JsonObject { ["type"] = "Ready", ["status"] = isReady ? "True" : "False" }),
        },
    };

    private static JsonObject Crashing(string phase, string reason)
    {
        var pod = Status(phase, isReady: false);
        pod["status"]!["containerStatuses"] = new JsonArray(new JsonObject
        {
            ["name"] = "main",
            ["restartCount"] = 7,
            ["state"] = new JsonObject { ["waiting"] = new JsonObject { ["reason"] = reason } },
        });
        return pod;
    }

    private static JsonObject Terminating(int left, int grace)
    {
        var pod = Status("Running", isReady: true);
        pod["metadata"] = new JsonObject
        {
            ["deletionTimestamp"] = Snapshots.Now.AddSeconds(left).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["deletionGracePeriodSeconds"] = grace,
        };
        return pod;
    }
}
