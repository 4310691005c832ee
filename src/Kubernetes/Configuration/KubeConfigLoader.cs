namespace RiskAnalyzer.Kubernetes.Configuration;

/// <summary>Finds the kubeconfig files where kubectl finds them.</summary>
/// <remarks>Source: kubernetes/client-go:tools/clientcmd/loader.go.</remarks>
internal static class KubeConfigLoader
{
    /// <summary>Reads and merges them; null when there is none, so that a pod's own account may be used.</summary>
    /// <exception cref="ConfigurationException">A file that was named by itself is not there, or one cannot be read.</exception>
    public static KubeConfigFile? Load(string? only, Surroundings surroundings)
    {
        if (only is not null)
        {
            return File.Exists(only) ? KubeConfigFile.Read(only) : throw new ConfigurationException($"--kubeconfig: {only} does not exist");
        }

        var listed = (surroundings.Variable("KUBECONFIG") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        var candidates = listed.Count > 0 ? listed : surroundings.Home.Length > 0 ? [Path.Combine(surroundings.Home, ".kube", "config")] : [];
        var files = candidates.Where(File.Exists).Select(KubeConfigFile.Read).ToList();
        if (files.Count == 0 && listed.Count > 0)
        {
            throw new ConfigurationException($"KUBECONFIG names {string.Join(" and ", listed)}, but there is no such file");
        }

        return files.Count == 0 ? null : KubeConfigFile.Merge(files);
    }
}
