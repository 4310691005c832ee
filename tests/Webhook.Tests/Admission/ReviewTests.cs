namespace RiskAnalyzer.Webhook.Tests.Admission;

public sealed class ReviewTests
{
    private const string Cart = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { namespace: shop, name: cart }
        spec:
          replicas: 3
          selector: { matchLabels: { app: cart } }
          template:
            metadata: { labels: { app: cart } }
            spec:
              topologySpreadConstraints:
              - { maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: cart } } }
              containers:
              - name: cart
                image: registry.example.org/cart:1.2
                readinessProbe: { httpGet: { path: /, port: 80 } }
                resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { memory: 64Mi } }
        """;

    private const string Budget = """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { namespace: shop, name: cart }
        spec: { minAvailable: 2, unhealthyPodEvictionPolicy: AlwaysAllow, selector: { matchLabels: { app: cart } } }
        """;

    private static readonly string CartOfOne = Cart.Replace("replicas: 3", "replicas: 1", StringComparison.Ordinal);

    [Fact]
    public void A_workload_without_risk_is_allowed_in_silence()
    {
        var answer = TestReviewer.Seeing(Budget).Review(Reviews.Create(Cart));

        Assert.True(answer.IsReview);
        Assert.Equal(Reviews.Uid, answer.Uid);
        Assert.True(answer.Allowed);
        Assert.Empty(answer.Warnings);
    }

    [Fact]
    public void A_warning_names_rule_object_fact_and_fix()
    {
        var answer = TestReviewer.Seeing(Budget.Replace("2", "1", StringComparison.Ordinal)).Review(Reviews.Create(CartOfOne));

        Assert.True(answer.Allowed);
        Assert.Contains("single-replica: Deployment shop/cart: runs 1 replica, fewer than 2. Run at least two replicas", answer.Warnings);
    }

    [Fact]
    public void Scaling_down_under_a_budget_is_reported_on_the_budget()
    {
        var answer = TestReviewer.Seeing($"{Cart}\n---\n{Budget}").Review(Reviews.Scale("deployments", "shop", "cart", 3, 2));

        var warning = Assert.Single(answer.Warnings);
        Assert.StartsWith("budget-covers-all-replicas: PodDisruptionBudget shop/cart: keeps 2 of 2 replicas", warning, StringComparison.Ordinal);
        Assert.Equal(["budget-covers-all-replicas"], answer.Audit("findings-elsewhere"));
    }

    [Fact]
    public void Scaling_up_again_is_not_told_what_the_budget_allows_at_the_moment()
    {
        const string Pods = """
            apiVersion: v1
            kind: Pod
            metadata: { namespace: shop, name: cart-1, labels: { app: cart }, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: cart, controller: true }] }
            spec: { nodeName: worker-1, containers: [{ name: cart, image: "registry.example.org/cart:1.2" }] }
            status: { phase: Running, conditions: [{ type: Ready, status: "True" }] }
            """;
        var cluster = $"{Cart.Replace("replicas: 3", "replicas: 2", StringComparison.Ordinal)}\n---\n{Budget}\n---\n{Pods}\n---\n{Pods.Replace("cart-1", "cart-2", StringComparison.Ordinal)}";

        Assert.Empty(TestReviewer.Seeing(cluster).Review(Reviews.Scale("deployments", "shop", "cart", 2, 3)).Warnings);
    }

    [Fact]
    public void A_cordoned_node_is_answered_with_what_its_drain_meets()
    {
        const string Cluster = """
            apiVersion: v1
            kind: Node
            metadata: { name: worker-1, labels: { kubernetes.io/hostname: worker-1 } }
            status: { allocatable: { cpu: "4", memory: 8Gi, pods: "110" }, conditions: [{ type: Ready, status: "True" }] }
            ---
            apiVersion: v1
            kind: Pod
            metadata: { namespace: shop, name: cart-1, labels: { app: cart }, ownerReferences: [{ apiVersion: apps/v1, kind: StatefulSet, name: cart, controller: true }] }
            spec: { nodeName: worker-1, containers: [{ name: cart, image: "registry.example.org/cart:1.2" }] }
            status: { phase: Running, conditions: [{ type: Ready, status: "True" }] }
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: { namespace: shop, name: cart }
            spec: { replicas: 1, selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } }, spec: { containers: [{ name: cart, image: "registry.example.org/cart:1.2" }] } } }
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: { namespace: shop, name: cart }
            spec: { minAvailable: 1, selector: { matchLabels: { app: cart } } }
            """;
        const string Node = """
            apiVersion: v1
            kind: Node
            metadata: { name: worker-1 }
            spec: { unschedulable: false }
            """;
        var cordoned = Node.Replace("false", "true", StringComparison.Ordinal);
        var reviewer = TestReviewer.Seeing(Cluster);
        var answer = reviewer.Review(Reviews.Update(Node, cordoned));

        Assert.True(answer.Allowed);
        Assert.Equal("drain-forecast: Node worker-1: a drain would not end: it is blocked after 0 evictions", answer.Warnings[0]);
        Assert.StartsWith("drain-blocked: PodDisruptionBudget shop/cart holds pod shop/cart-1: ", answer.Warnings[1], StringComparison.Ordinal);
        Assert.Empty(reviewer.Review(Reviews.Update(cordoned, Node)).Warnings);
        Assert.Empty(reviewer.Review(Reviews.Update(cordoned, cordoned)).Warnings);
    }

    [Fact]
    public void What_was_wrong_before_is_one_short_line()
    {
        var labelled = CartOfOne.Replace("name: cart }", "name: cart, labels: { team: shop } }", StringComparison.Ordinal);
        var answer = TestReviewer.Seeing(CartOfOne).Review(Reviews.Update(CartOfOne, labelled));

        Assert.Equal(["riskanalyzer: Deployment shop/cart: as before this change: single-replica"], answer.Warnings);
    }

    [Fact]
    public void A_changed_budget_is_not_blamed_for_a_status_that_nobody_can_have_renewed()
    {
        static string Stored(int generation, string spec) => $$"""
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: { namespace: shop, name: cart, generation: {{generation}}, creationTimestamp: "2026-01-01T00:00:00Z" }
            spec: { {{spec}}, unhealthyPodEvictionPolicy: AlwaysAllow, selector: { matchLabels: { app: cart } } }
            status: { observedGeneration: 1, expectedPods: 3, desiredHealthy: 2, currentHealthy: 3, disruptionsAllowed: 1 }
            """;
        var answer = TestReviewer.Seeing(Cart).Review(Reviews.Update(Stored(1, "minAvailable: 2"), Stored(2, "maxUnavailable: 1")));

        Assert.Empty(answer.Warnings);
    }

    [Fact]
    public void What_an_update_makes_worse_is_said_in_full()
    {
        var answer = TestReviewer.Seeing(Cart).Review(Reviews.Update(Cart, CartOfOne));

        Assert.StartsWith("single-replica: ", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_autoscaler_leaves_its_workload_with_one_replica()
    {
        const string Scaler = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: { namespace: shop, name: cart }
            spec: { minReplicas: 3, maxReplicas: 6, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart } }
            """;
        var answer = TestReviewer.Seeing($"{CartOfOne}\n---\n{Scaler}").Review(Reviews.Delete(Scaler));

        Assert.Contains(answer.Warnings, warning => warning.StartsWith("single-replica: Deployment shop/cart: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_workload_is_nobodys_risk() =>
        Assert.Empty(TestReviewer.Seeing($"{CartOfOne}\n---\n{Budget}").Review(Reviews.Delete(CartOfOne)).Warnings);

    [Fact]
    public void What_a_controller_makes_is_allowed_in_silence()
    {
        var owned = CartOfOne.Replace("kind: Deployment", "kind: ReplicaSet", StringComparison.Ordinal).Replace(
            "name: cart }", "name: cart, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: cart, controller: true }] }", StringComparison.Ordinal);

        Assert.Empty(TestReviewer.Seeing(Budget).Review(Reviews.Create(owned)).Warnings);
    }

    [Fact]
    public void An_enforced_rule_denies_what_is_new_and_not_what_was_there()
    {
        var reviewer = TestReviewer.Seeing(Cart, "  rules: { single-replica: { atAdmission: enforce } }");
        var denied = reviewer.Review(Reviews.Update(Cart, CartOfOne));
        var old = reviewer.Review(Reviews.Update(CartOfOne, CartOfOne));

        Assert.False(denied.Allowed);
        Assert.Equal(403, denied.Code);
        Assert.StartsWith("policy production denies: single-replica: Deployment shop/cart: runs 1 replica", denied.Denial, StringComparison.Ordinal);
        Assert.True(old.Allowed);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("off")]
    public void A_rule_can_be_kept_from_warning(string mode)
    {
        var answer = TestReviewer.Seeing(Cart, $"  rules: {{ single-replica: {{ atAdmission: {mode} }} }}").Review(Reviews.Update(Cart, CartOfOne));

        Assert.Empty(answer.Warnings);
        Assert.Equal(mode == "audit" ? ["single-replica"] : [], answer.Audit("findings"));
    }

    [Fact]
    public void An_exemption_keeps_an_enforced_rule_from_denying()
    {
        var exempt = CartOfOne.Replace(
            "name: cart }", "name: cart, annotations: { riskanalyzer.io/ignore: single-replica, riskanalyzer.io/ignore-reason: one is enough } }", StringComparison.Ordinal);
        var answer = TestReviewer.Seeing(Cart, "  rules: { single-replica: { atAdmission: enforce } }").Review(Reviews.Create(exempt));

        Assert.True(answer.Allowed);
        Assert.Empty(answer.Warnings);
        Assert.Equal(["single-replica"], answer.Audit("exempted"));
    }

    [Fact]
    public void Without_a_view_only_what_the_object_itself_shows_is_said()
    {
        var answer = new TestReviewer(ClusterSight.NotReady).Review(Reviews.Create(CartOfOne.Replace("cart:1.2", "cart:latest", StringComparison.Ordinal)));

        Assert.Contains(answer.Warnings, warning => warning.StartsWith("mutable-image-tag: ", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Warnings, warning => warning.StartsWith("single-replica: ", StringComparison.Ordinal));
        Assert.Contains("riskanalyzer: rules about other objects were not evaluated: the view of the cluster is not ready yet", answer.Warnings);
    }

    [Fact]
    public void The_namespace_of_the_request_counts_where_the_object_names_none()
    {
        var bare = Reviews.Json(CartOfOne);
        bare["metadata"]!.AsObject().Remove("namespace");
        var answer = TestReviewer.Seeing(Budget).Review(Reviews.Of("CREATE", bare, null, request => request["namespace"] = "shop"));

        Assert.Contains(answer.Warnings, warning => warning.StartsWith("single-replica: Deployment shop/cart", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_many_reviews_are_allowed_and_say_so()
    {
        var answer = TestReviewer.Seeing(Budget).Review(Reviews.Create(CartOfOne), isOverloaded: true);

        Assert.True(answer.Allowed);
        Assert.Equal(["riskanalyzer: not evaluated: too many requests at once"], answer.Warnings);
    }

    [Fact]
    public void Rules_that_come_after_the_deadline_are_not_evaluated()
    {
        var reviewer = new TestReviewer(new(TestKit.Snapshots.FromYaml(Budget), null), limits: new() { Deadline = TimeSpan.FromTicks(-1) });
        var answer = reviewer.Review(Reviews.Create(CartOfOne));

        Assert.True(answer.Allowed);
        Assert.Equal(["riskanalyzer: some rules were not evaluated: the time for an answer was up"], answer.Warnings);
    }
}
