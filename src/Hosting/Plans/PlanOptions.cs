namespace RiskAnalyzer.Hosting.Plans;

/// <summary>Which option of the command line sets which field of a plan.</summary>
public static class PlanOptions
{
    private static readonly (string Path, string Option)[] Known =
    [
        ("spec.profile", "--profile"),
        ("spec.nodes", "--nodes"),
        ("spec.order", "--order"),
        ("spec.concurrency", "--concurrency"),
        ("spec.drain.gracePeriodSeconds", "--grace-period"),
        ("spec.drain.timeoutSeconds", "--timeout"),
        ("spec.drain.podSelector", "--pod-selector"),
        ("spec.drain.onTimeout", "--on-timeout"),
        ("spec.nodeWorkSeconds", "--node-work"),
        ("spec.window", "--window"),
    ];

    /// <summary>The option for a field, or the field itself when no option sets it.</summary>
    public static string Of(string path) =>
        Array.Find(Known, known => path == known.Path || path.StartsWith(known.Path + ".", StringComparison.Ordinal) || path.StartsWith(known.Path + "[", StringComparison.Ordinal))
            is { Option: { } option } ? option : path;
}
