using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.Kubernetes.Api.Http;
using RiskAnalyzer.Kubernetes.Configuration;
using RiskAnalyzer.Kubernetes.Files;
using RiskAnalyzer.Kubernetes.Manifests;
using RiskAnalyzer.Kubernetes.Reading;
using RiskAnalyzer.Model.Snapshots;

namespace RiskAnalyzer.Kubernetes.Tests.Api;

/// <summary>
/// What holds of any cluster, on the one that RISKANALYZER_TEST_KUBECONFIG names. Nothing is written to it. Without that variable the
/// tests are reported as skipped.
/// </summary>
public sealed class RealClusterTests : IDisposable
{
    private const string Variable = "RISKANALYZER_TEST_KUBECONFIG";
    private HttpKubernetesApi? _api;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _api?.Dispose();

    [Fact]
    public async Task The_version_is_known()
    {
        Assert.Matches(@"^1\.\d+$", await Connect().VersionAsync(Token));
    }

    [Fact]
    public async Task Pages_of_two_show_the_same_objects_as_one_page()
    {
        var namespaces = ApiResources.All.Single(resource => resource.Plural == "namespaces");
        Assert.Equal(await NamesAsync(namespaces, null), await NamesAsync(namespaces, 2));
    }

    [Fact]
    public async Task A_file_reads_back_with_as_many_objects_of_each_kind()
    {
        var api = Connect();
        var path = Path.GetTempFileName();
        try
        {
            var reading = await new SnapshotFile(api, TimeProvider.System).WriteAsync(() => File.Create(path), isCompressed: false, new(), Token);
            var input = ManifestReader.Read([path], new() { Now = DateTimeOffset.UtcNow });
            Assert.Empty(input.Errors);
            Assert.Equal(reading.Objects, input.ObjectsRead);
            Assert.Equal(reading.Known, input.Snapshot.Known);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_view_becomes_complete_and_stays_fresh()
    {
        var view = new LiveCluster(Connect(), new(), TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        end.CancelAfter(TimeSpan.FromMinutes(1));
        var run = view.RunAsync(end.Token);
        while (view.Refresh() is null)
        {
            end.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.True(view.Current!.Knows(ResourceKinds.Namespaces));
        Assert.InRange(view.Staleness, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        await end.CancelAsync();
        await run;
    }

    private HttpKubernetesApi Connect()
    {
        var kubeconfig = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(kubeconfig), $"{Variable} names no cluster");
        return _api ??= new(EndpointResolver.Resolve(new() { Kubeconfig = kubeconfig }, Surroundings.OfProcess()), TimeProvider.System);
    }

    private async Task<List<string>> NamesAsync(ApiResource resource, int? limit)
    {
        var (api, names, next) = (Connect(), new List<string>(), (string?)null);
        do
        {
            var page = await api.ListAsync(new(new(resource), limit, next), json => names.Add(ObjectKey.Read(json).Name), Token);
            next = page.Continue;
        }
        while (next is not null);
        return names;
    }
}
