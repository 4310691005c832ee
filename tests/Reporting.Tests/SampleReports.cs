using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Simulation.Forecasts;
using RiskAnalyzer.Simulation.Plans;

namespace RiskAnalyzer.Reporting.Tests;

/// <summary>Reports that hold one of everything that a writer has to deal with.</summary>
internal static class SampleReports
{
    private static readonly DateTimeOffset CapturedAt = new(2026, 12, 1, 20, 30, 0, TimeSpan.Zero);

    public static RiskReport Scan { get; } = new()
    {
        ToolVersion = "1.2.3",
        CapturedAt = CapturedAt,
        Source = "cluster.json, manifests",
        Root = "/src/repo",
        Rules = [Rule("budget-never-allows", Severity.Blocker), Rule("long-termination-grace", Severity.Medium), Rule("missing-budget", Severity.Low, isOptIn: true), Rule("single-replica", Severity.High)],
        Evaluation = new()
        {
            Findings =
            [
                Finding("single-replica", Severity.High, Workload("shop", "cart"), "/src/repo/manifests/cart.yaml", 7),
                Finding("long-termination-grace", Severity.Medium, Workload("shop", "cart"), "/src/repo/manifests/cart.yaml", 31),
                Finding("long-termination-grace", Severity.Medium, Workload("shop", "cart"), "/src/repo/manifests/cart.yaml", 44),
                Finding("budget-never-allows", Severity.Blocker, new("policy/v1", "PodDisruptionBudget", "shop", "cart"), "cluster.json", 120),
                .. Enumerable.Range(1, 7).Select(i => Finding("single-replica", Severity.High, Workload("team", $"service-{i}"), null, 0)),
                Finding("single-replica", Severity.High, Workload("商店", "購物車-カート-very-long-name-of-a-workload-that-does-not-fit-anywhere"), "-", 3),
                Finding("single-replica", Severity.High, Workload("evil", "a\u001b[31m|`<b>\u202e\u0007"), "a b&c.yaml", 1),
                Finding("single-replica", Severity.High, Workload("batch", "nightly"), "cluster.json", 300) with
                {
                    Exemption = new("policy production", "one is enough at night", "batch team", new(2027, 3, 31)),
                },
                Finding("long-termination-grace", Severity.Medium, Workload("batch", "import"), "cluster.json", 320) with
                {
                    Exemption = new("annotation on Deployment/batch/import", "", null, null),
                },
            ],
            NotEvaluated = [new("no-room-for-node-loss", "no nodes in the input", 0), new("replicas-on-one-node", "no pods in the input", 4), new("requests-near-allocatable", "no nodes in the input", 0)],
            Failed = [new("quorum-on-one-node", new("apps/v1", "StatefulSet", "shop", "db"), "InvalidOperationException: no quorum")],
            Counts = new(17, 100, 20, 6, 1),
        },
        Problems =
        [
            new(new("manifests/broken.yaml", 4), "mapping values are not allowed here"),
            new(new("chart/templates/deployment.yaml", 1), "a Helm template; render it first (helm template)", IsPartial: true),
        ],
        PassedOver = new Dictionary<string, int>(StringComparer.Ordinal) { ["Certificate.cert-manager.io"] = 12, ["Application.argoproj.io"] = 3 },
    };

    public static ForecastReport Completes { get; } = Forecast(
        new()
        {
            Outcome = ForecastOutcome.Completes,
            TotalSeconds = new(1320, 2461.25, 7802.1),
            Plan = new()
            {
                Name = "november",
                Profile = OrchestratorProfile.Kubectl,
                Nodes = ["worker-1", "worker-2", "worker-3"],
                Drain = new(),
                NodeWorkSeconds = 180,
                WindowStart = CapturedAt.AddMinutes(90),
                WindowSeconds = 7200,
            },
            Window = new() { Seconds = 7200, NodesThatFit = 3, NodesThatFitWorst = 2, LastSafeStartSeconds = 5430, LastSafeStartWorstSeconds = 3300 },
            Budgets = [new() { Budget = "PodDisruptionBudget/shop/db", Nodes = 1, Node = "worker-2", Chain = 3, ChainSeconds = 120, CriticalSeconds = 90 }],
            Nodes =
            [
                Node("worker-1", NodeOutcome.Drained, new(0, 0, 0), new(12.5, 34.1234, 600)) with { LastSafeStartSeconds = new(7007.5, 6985.8766, 6420), Slowest = [new("shop/cart-0", 34.1, "shutdown")] },
                Node("worker-2", NodeOutcome.Drained, new(192, 214, 780), new(410, 1640, 3600)) with
                {
                    Slowest = [new("shop/db-0", 600, "termination-grace"), new("shop/db-1", 30, "budget")],
                    Blockers = [new("shop/db-0", "StatefulSet/shop/db", BlockReason.StillTerminating, "Pod/shop/db-0", "uses its whole grace of 600 s", IsForEver: false)],
                },
                Node("worker-3", NodeOutcome.Drained, new(800, 2034, 4600), new(5, 9.9, 30)) with
                {
                    OutcomeShare = 0.85,
                    Forced =
                    [
                        new("shop/db-2", "StatefulSet/shop/db", ForceKind.DeletedDespiteBudget, "PodDisruptionBudget/shop/db"),
                        new("shop/tool", null, ForceKind.KilledByReboot, null),
                    ],
                },
            ],
            Workloads =
            [
                new() { Workload = "Deployment/shop/cart", Evictions = 3, DowntimeSeconds = new(0, 0, 0), LowestReady = 2, ReadyBefore = 3, CriticalSeconds = 34 },
                new()
                {
                    Workload = "Job/batch/import", Evictions = 1, DowntimeSeconds = new(0, 0, 0), LowestReady = 0, ReadyBefore = 0,
                    JobFailure = "fails, as 1 lost pod is more than its backoffLimit of 0: its other pods are deleted, and no more are made",
                },
                new() { Workload = "StatefulSet/shop/db", Evictions = 1, DowntimeSeconds = new(20, 65.5, 640), LowestReady = 0, ReadyBefore = 1, Preempts = [new("Deployment/batch/filler", 2), new(null, 1)] },
            ],
            Fixes = [new("long-termination-grace", "StatefulSet/shop/db", 1550, "terminationGracePeriodSeconds from 600 to 30"), new("single-replica", "StatefulSet/shop/db", 12, "replicas from 1 to 2")],
            Assumptions = [new("StatefulSet/shop/db shutdown", 600, "default", "uses its whole grace"), new("node work", null, "plan", "180 s for each node")],
            Unknowns = ["Services are not in the snapshot"],
        });

    public static ForecastReport NeverEnds { get; } = Forecast(
        new()
        {
            Outcome = ForecastOutcome.NeverEnds,
            TotalSeconds = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity),
            Nodes =
            [
                Node("worker-1", NodeOutcome.Drained, new(0, 0, 0), new(3, 3, 3)),
                Node("worker-2", NodeOutcome.Blocked, new(183, 183, 183), new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity)) with
                {
                    Blockers =
                    [
                        .. Enumerable.Range(0, 5).Select(i => new Blocker($"shop/cart-{i}", "Deployment/shop/cart", BlockReason.BudgetNeverAllows, "PodDisruptionBudget/shop/cart", "keeps 5 of 5 pods", IsForEver: true)),
                        new("shop/tool", null, BlockReason.NoController, "Pod/shop/tool", "has no controller", IsForEver: true),
                    ],
                },
                Node("worker-3", NodeOutcome.NotReached, default, default),
            ],
            Plan = new() { Profile = OrchestratorProfile.Kured, Nodes = ["worker-1", "worker-2", "worker-3"], Drain = new(), NodeWorkSeconds = 180 },
            Workloads =
            [
                new()
                {
                    Workload = "Deployment/shop/reports", Evictions = 1, DowntimeSeconds = new(0, 0, 0), LowestReady = 1, ReadyBefore = 2, ReturnsToNode = 1,
                    Pending = new() { Pods = 1, Seconds = new(0, 300, 300), IsUntilTheEnd = true, Why = "insufficient cpu on 2 nodes" },
                },
            ],
            FixesLeftOut = "the cluster is too large",
            Fixes = [new("budget-never-allows", "PodDisruptionBudget/shop/cart", double.PositiveInfinity, "maxUnavailable: 1 instead of minAvailable: 5", MakesItComplete: true)],
            Assumptions = [],
        });

    public static RiskReport Clean { get; } = Scan with
    {
        Evaluation = new() { Findings = [], NotEvaluated = [], Failed = [], Counts = new(0, 10, 0, 0, 0) },
        Problems = [],
        PassedOver = new Dictionary<string, int>(StringComparer.Ordinal),
    };

    public static Finding Finding(string rule, Severity severity, ObjectReference subject, string? file, int line) => new()
    {
        Rule = rule,
        Severity = severity,
        Object = subject,
        Source = new(file, line),
        Field = rule == "budget-never-allows" ? "spec.minAvailable" : "spec.replicas",
        Message = rule == "budget-never-allows" ? "keeps 3 of 3 pods, so that no eviction is ever allowed" : $"the fact that {rule} is about, with 1 < 2",
        Fix = rule == "budget-never-allows" ? "Set maxUnavailable: 1" : "Set spec.replicas to 2 or more",
        Evidence = [new("replicas", "1"), new("minimum", "2")],
    };

    public static ObjectReference Workload(string @namespace, string name) => new("apps/v1", "Deployment", @namespace, name);

    private static RuleDescriptor Rule(string name, Severity severity, bool isOptIn = false) => new()
    {
        Name = name,
        Category = RuleCategory.Availability,
        Severity = severity,
        Summary = $"What {name} is about",
        Why = $"Why {name} matters,\nin two lines.",
        Fix = "What to change.",
        Sources = [new("Disruptions", "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/")],
        IsOptIn = isOptIn,
    };

    private static NodeForecast Node(string name, NodeOutcome outcome, Estimate start, Estimate drain) =>
        new() { Name = name, Outcome = outcome, StartSeconds = start, DrainSeconds = drain, DoneSeconds = outcome == NodeOutcome.Drained ? new(start.Best + drain.Best + 180, start.Expected + drain.Expected + 180, start.Worst + drain.Worst + 180) : default, Evictions = outcome == NodeOutcome.NotReached ? 0 : 4 };

    private static ForecastReport Forecast(DrainForecast forecast) => new()
    {
        ToolVersion = "1.2.3",
        CapturedAt = CapturedAt,
        Source = "cluster.json",
        Forecast = forecast,
    };
}
