using RiskAnalyzer.Webhook.Bootstrap;

namespace RiskAnalyzer.Webhook.Tests.Serving;

/// <summary>A Secret as the kubelet mounts it: each file a link through <c>..data</c>, which points to a new folder after each change.</summary>
internal sealed class MountedSecret(TemporaryFolder folder)
{
    private int _generation;

    public string CertificateFile => folder.PathOf("tls.crt");

    public string KeyFile => folder.PathOf("tls.key");

    /// <summary>Writes a pair and swaps the link, as the kubelet does.</summary>
    public void Put(string certificate, string key)
    {
        var generation = $"..generation-{++_generation}";
        _ = folder.Write(Path.Join(generation, "tls.crt"), certificate);
        _ = folder.Write(Path.Join(generation, "tls.key"), key);
        var data = folder.PathOf("..data");
        if (Directory.Exists(data))
        {
            Directory.Delete(data);
        }

        _ = Directory.CreateSymbolicLink(data, generation);
        foreach (var file in new[] { CertificateFile, KeyFile }.Where(file => !File.Exists(file)))
        {
            _ = File.CreateSymbolicLink(file, Path.Join("..data", Path.GetFileName(file)));
        }
    }

    public ServingIdentity PutNew(DateTimeOffset now)
    {
        var identity = ServingIdentity.Create(["localhost"], now, TimeSpan.FromDays(1));
        Put(identity.Certificate, identity.Key);
        return identity;
    }
}
