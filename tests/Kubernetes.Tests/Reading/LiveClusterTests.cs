using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.Model.Snapshots;
using RiskAnalyzer.TestKit;
using RiskAnalyzer.TestKit.Live;

namespace RiskAnalyzer.Kubernetes.Tests.Reading;

/// <summary>The view follows the cluster, says what it does not know, and shares what has not changed.</summary>
public sealed class LiveClusterTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new(Snapshots.Now);
    private readonly InMemoryKubernetesApi _api = new() { PageSize = 2, StreamsLists = false };
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private LiveCluster? _cluster;
    private Task _run = Task.CompletedTask;

    private LiveCluster Cluster => _cluster ??= new(_api, new(), _clock);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _run;
        _end.Dispose();
    }

    [Fact]
    public async Task Nothing_is_shown_before_every_list_is_complete()
    {
        Assert.Null(Cluster.Current);
        Assert.Null(Cluster.Refresh());
        _api.Fail("pods", ApiFailure.Unavailable);
        await FollowAsync(watches: ApiResources.All.Length - 2);
        Assert.Null(Cluster.Refresh());
        Assert.Equal("Unavailable was asked for", StatusOf("pods").Problem);

        await AdvanceUntilAsync(() => _api.Watches("pods") == 1);
        Assert.NotNull(Cluster.Refresh());
        Assert.Null(StatusOf("pods").Problem);
    }

    [Fact]
    public async Task Lists_are_read_in_pages_and_changes_follow()
    {
        for (var i = 0; i < 5; i++)
        {
            _api.Put(Objects.Pod("shop", $"cart-{i}"));
        }

        await FollowAsync();
        Assert.Equal(5, Cluster.Refresh()!.Pods.Count());
        Assert.Equal(3, _api.Asked("list pods"));

        _api.Put(Objects.Pod("shop", "cart-9", "b"));
        _api.Put(Objects.Pod("shop", "cart-0", "b"));
        _api.Delete(Objects.Pod("shop", "cart-1"));
        Assert.Equal(
            ["cart-0 b", "cart-2 a", "cart-3 a", "cart-4 a", "cart-9 b"], Cluster.Refresh()!.Pods.Select(pod => $"{pod.Metadata.Name} {pod.NodeName}"));
    }

    [Fact]
    public async Task A_server_that_can_sends_a_list_as_the_beginning_of_a_watch()
    {
        var api = new InMemoryKubernetesApi();
        api.Put(Objects.Pod("shop", "cart-0"));
        var cluster = new LiveCluster(api, new(), _clock);
        _run = cluster.RunAsync(_end.Token);
        await api.UntilAsync(_ => api.Watches() == ApiResources.All.Length - 1, _end.Token);
        Assert.Equal("cart-0", Assert.Single(cluster.Refresh()!.Pods).Metadata.Name);
        Assert.Equal((1, 0), (api.Asked("stream pods"), api.Asked("list pods")));

        // What it missed while it was away is deleted when everything is shown again.
        api.Put(Objects.Pod("shop", "cart-1"));
        api.Delete(Objects.Pod("shop", "cart-0"), isSilent: true);
        api.EndWatches("pods", ApiFailure.Expired);
        await AdvanceUntilAsync(() => api.Asked("stream pods") >= 2);

        Assert.Equal("cart-1", Assert.Single(cluster.Refresh()!.Pods).Metadata.Name);
    }

    [Fact]
    public async Task What_may_not_be_read_is_unknown_and_what_no_add_on_brings_is_not_there()
    {
        _ = _api.Forbidden.Add("poddisruptionbudgets");
        _ = _api.Absent.Add("horizontalpodautoscalers");
        await FollowAsync(watches: ApiResources.All.Length - 3);
        await AdvanceUntilAsync(() => StatusOf("poddisruptionbudgets").State == ResourceState.Forbidden);

        var cluster = Cluster.Refresh()!;
        Assert.Equal(ResourceKinds.All & ~(ResourceKinds.PodDisruptionBudgets | ResourceKinds.HorizontalPodAutoscalers), cluster.Known);
        Assert.Equal(ResourceState.Absent, StatusOf("scaledobjects").State);
    }

    [Fact]
    public async Task A_right_that_is_granted_later_is_found()
    {
        _ = _api.Forbidden.Add("nodes");
        _api.Put(Objects.Node("a"));
        await FollowAsync(watches: ApiResources.All.Length - 2);
        await AdvanceUntilAsync(() => StatusOf("nodes").State == ResourceState.Forbidden);
        Assert.False(Cluster.Refresh()!.Knows(ResourceKinds.Nodes));

        _api.Forbidden.Clear();
        await AdvanceUntilAsync(() => _api.Watches("nodes") == 1);
        Assert.True(Cluster.Refresh()!.Knows(ResourceKinds.Nodes));
        Assert.Equal("a", Assert.Single(Cluster.Current!.Nodes).Metadata.Name);
    }

    [Fact]
    public async Task One_refusal_of_what_was_readable_is_a_server_that_has_not_read_its_roles_yet()
    {
        _api.Put(Objects.Node("a"));
        await FollowAsync();
        _api.Fail("nodes", ApiFailure.Forbidden);
        _clock.Advance(TimeSpan.FromSeconds(90));
        _api.EndWatches("nodes");
        await UntilAsync(() => StatusOf("nodes").Problem is not null);
        Assert.Equal(ResourceState.Listed, StatusOf("nodes").State);
        Assert.True(Cluster.Refresh()!.Knows(ResourceKinds.Nodes));

        await AdvanceUntilAsync(() => _api.Watches("nodes") == 1);
        _api.Bookmark("nodes");
        Assert.Null(StatusOf("nodes").Problem);
        Assert.Equal(1, _api.Asked("list nodes"));
    }

    [Fact]
    public async Task A_first_view_is_not_complete_while_a_refusal_may_be_that_of_a_server_that_has_not_read_its_roles_yet()
    {
        _api.Put(Objects.Node("a"));
        _api.Fail("nodes", ApiFailure.Forbidden);
        await FollowAsync(watches: ApiResources.All.Length - 2);
        Assert.Null(Cluster.Refresh());

        await AdvanceUntilAsync(() => _api.Watches("nodes") == 1);
        Assert.True(Cluster.Refresh()!.Knows(ResourceKinds.Nodes));
    }

    [Fact]
    public async Task A_right_that_stays_away_makes_its_kind_unknown()
    {
        _api.Put(Objects.Node("a"));
        await FollowAsync();
        _ = _api.Forbidden.Add("nodes");
        _clock.Advance(TimeSpan.FromSeconds(90));
        _api.EndWatches("nodes");
        await AdvanceUntilAsync(() => StatusOf("nodes").State == ResourceState.Forbidden);
        Assert.False(Cluster.Refresh()!.Knows(ResourceKinds.Nodes));
    }

    [Fact]
    public async Task A_watch_that_ends_is_resumed_without_a_list()
    {
        _api.Put(Objects.Pod("shop", "cart-0"));
        await FollowAsync();
        _clock.Advance(TimeSpan.FromSeconds(90));
        _api.EndWatches("pods");
        await _api.UntilAsync(api => api.Asked("watch pods") == 2, _end.Token);
        Assert.Equal(1, _api.Asked("list pods"));
    }

    [Fact]
    public async Task A_watch_whose_state_is_gone_lists_again_and_deletes_what_it_missed()
    {
        _api.Put(Objects.Pod("shop", "cart-0"));
        _api.Put(Objects.Pod("shop", "cart-1"));
        _api.Put(Objects.Pod("blog", "web-0"));
        await FollowAsync();
        _api.Delete(Objects.Pod("shop", "cart-1"), isSilent: true);
        _api.Delete(Objects.Pod("blog", "web-0"), isSilent: true);
        _api.EndWatches("pods", ApiFailure.Expired);
        await AdvanceUntilAsync(() => _api.Asked("watch pods") >= 2);

        var cluster = Cluster.Refresh()!;
        Assert.Equal("cart-0", Assert.Single(cluster.Pods).Metadata.Name);
        Assert.DoesNotContain("blog", cluster.Namespaces.Keys);
    }

    [Fact]
    public async Task A_state_that_is_gone_is_listed_again_at_once_but_not_in_a_tight_loop()
    {
        await FollowAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        _api.EndWatches("pods", ApiFailure.Expired);
        await _api.UntilAsync(api => api.Asked("watch pods") == 2, _end.Token);
        Assert.Equal(2, _api.Asked("list pods"));

        _api.EndWatches("pods", ApiFailure.Expired);
        await UntilAsync(() => StatusOf("pods").Problem is not null);
        Assert.Equal(2, _api.Asked("list pods"));
        await AdvanceUntilAsync(() => _api.Asked("list pods") >= 3);
    }

    [Fact]
    public async Task A_namespace_that_has_not_changed_is_the_same_instance()
    {
        _api.Put(Objects.Pod("shop", "cart-0"));
        _api.Put(Objects.Pod("blog", "web-0"));
        await FollowAsync();
        var before = Cluster.Refresh()!;
        Assert.Same(before, Cluster.Refresh());

        _api.Put(Objects.Pod("blog", "web-1"));
        var after = Cluster.Refresh()!;
        Assert.Same(before.Namespaces["shop"], after.Namespaces["shop"]);
        Assert.Equal(2, after.Namespaces["blog"].Pods.Length);
        Assert.Equal(new(Namespaces: 1, Objects: 2, HasChanges: true), Cluster.LatestWork);
        _ = Assert.Single(before.Namespaces["blog"].Pods);
    }

    [Fact]
    public async Task The_last_object_outside_of_namespaces_goes_too()
    {
        _api.Put(Objects.Node("a"));
        await FollowAsync();
        _ = Assert.Single(Cluster.Refresh()!.Nodes);
        _api.Delete(Objects.Node("a"));
        Assert.Empty(Cluster.Refresh()!.Nodes);
    }

    [Fact]
    public async Task Staleness_is_the_longest_silence()
    {
        await FollowAsync();
        Assert.Equal(TimeSpan.Zero, Cluster.Staleness);
        _clock.Advance(TimeSpan.FromSeconds(40));
        _api.Bookmark("pods");
        Assert.Equal(TimeSpan.FromSeconds(40), Cluster.Staleness);
        Assert.Equal(_clock.GetUtcNow(), StatusOf("pods").LastContact);
    }

    [Fact]
    public async Task A_watch_that_is_resumed_is_fresh_before_anything_changes()
    {
        await FollowAsync();
        _clock.Advance(TimeSpan.FromSeconds(40));
        var ended = _clock.GetUtcNow();
        _api.EndWatches("pods", ApiFailure.Interrupted);
        await AdvanceUntilAsync(() => _api.Asked("watch pods") >= 2);

        // The server has been asked before the watcher has heard of it.
        await UntilAsync(() => StatusOf("pods").Problem is null);
        Assert.True(StatusOf("pods").LastContact >= ended);
    }

    [Fact]
    public async Task A_silent_watch_is_made_anew()
    {
        await FollowAsync();
        _clock.Advance(TimeSpan.FromMinutes(4));
        await UntilAsync(() => StatusOf("pods").Problem is not null);
        Assert.Equal("the watch of pods was silent for 180 s", StatusOf("pods").Problem);
        await AdvanceUntilAsync(() => _api.Asked("watch pods") >= 2);
    }

    private ResourceStatus StatusOf(string plural) => Cluster.Resources.Single(status => status.Resource.Plural == plural);

    private async Task FollowAsync(int? watches = null)
    {
        _run = Cluster.RunAsync(_end.Token);
        await _api.UntilAsync(api => api.Watches() == (watches ?? ApiResources.All.Length - 1), _end.Token);

        // The server has answered a refused request before the watcher has noted what it means.
        await UntilAsync(() => Cluster.Resources.All(status => status.IsSettled || status.Problem is not null));
    }

    private async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            _end.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    // A watcher that has just been refused may not wait yet: time goes on until it has waited, perhaps so far that other watches count as silent.
    private Task AdvanceUntilAsync(Func<bool> condition) => UntilAsync(() =>
    {
        _clock.Advance(TimeSpan.FromSeconds(5));
        return condition();
    });
}
