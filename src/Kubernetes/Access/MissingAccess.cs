using System.Text;
using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Access;

/// <summary>Rights that a reading lacked, and the RBAC objects that grant them.</summary>
/// <param name="Queries">What could not be listed.</param>
/// <param name="User">The user's name as the server sees it; null when unknown.</param>
public sealed record MissingAccess(IReadOnlyList<ResourceQuery> Queries, string? User)
{
    private const string RoleName = "riskanalyzer-reader";
    private const string ServiceAccountPrefix = "system:serviceaccount:";

    /// <summary>The roles and bindings in YAML, for <c>kubectl apply -f -</c>.</summary>
    public string ToYaml()
    {
        var documents = Queries.GroupBy(query => query.Namespace).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => new[] { Role(group.Key, [.. group]), Binding(group.Key) });
        return string.Join("---\n", documents);
    }

    private static string Role(string? space, IReadOnlyList<ResourceQuery> queries)
    {
        var yaml = new StringBuilder().Append(Header(space is null ? "ClusterRole" : "Role", space)).Append("rules:\n");
        foreach (var group in queries.GroupBy(query => (query.Resource.Group, query.Name)).OrderBy(group => group.Key))
        {
            var resources = group.Select(query => query.Resource.Plural).Order(StringComparer.Ordinal);
            _ = yaml.Append($"- apiGroups: [\"{group.Key.Group}\"]\n  resources: [{string.Join(", ", resources)}]\n");
            _ = yaml.Append(group.Key.Name is { } name ? $"  resourceNames: [\"{name}\"]\n" : "").Append("  verbs: [list]\n");
        }

        return yaml.ToString();
    }

    private string Binding(string? space)
    {
        var (binding, role) = space is null ? ("ClusterRoleBinding", "ClusterRole") : ("RoleBinding", "Role");
        return $"{Header(binding, space)}roleRef: {{ apiGroup: rbac.authorization.k8s.io, kind: {role}, name: {RoleName} }}\nsubjects:\n{Subject}";
    }

    private string Subject => User switch
    {
        null => "- { apiGroup: rbac.authorization.k8s.io, kind: User, name: \"\" } # the server does not tell who we are: fill in\n",
        _ when User.StartsWith(ServiceAccountPrefix, StringComparison.Ordinal) && User[ServiceAccountPrefix.Length..].Split(':') is [var space, var name] =>
            $"- {{ kind: ServiceAccount, namespace: {space}, name: {name} }}\n",
        _ => $"- {{ apiGroup: rbac.authorization.k8s.io, kind: User, name: \"{User.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" }}\n",
    };

    private static string Header(string kind, string? space) =>
        $"apiVersion: rbac.authorization.k8s.io/v1\nkind: {kind}\nmetadata: {{ name: {RoleName}{(space is null ? "" : $", namespace: {space}")} }}\n";
}
