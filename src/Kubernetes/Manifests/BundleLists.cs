using System.Text;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Reads the files of a support bundle that hold no objects: above all what the collector could not read.</summary>
internal static class BundleLists
{
    private const int ShownBytes = 300;

    public static void Read(IObjectTarget target, BundleEntry entry, OpenedFile opened)
    {
        if (!entry.HoldsErrors)
        {
            target.PassOver(0, "a list of the support bundle that holds no objects");
            return;
        }

        var buffer = new byte[ShownBytes + 1];
        var length = opened.Content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var text = Encoding.UTF8.GetString(buffer, 0, Math.Min(length, ShownBytes)).Trim().TrimEnd('\uFFFD');
        if (text is not ("" or "null" or "[]" or "{}" or "\"\""))
        {
            target.Fail(0, $"the collector of the support bundle could not read everything: {text}{(length > ShownBytes ? "…" : "")}");
        }
    }
}
