using RiskAnalyzer.Kubernetes.Access;
using RiskAnalyzer.Kubernetes.Api;
using RiskAnalyzer.TestKit;

namespace RiskAnalyzer.Kubernetes.Tests.Access;

/// <summary>The rights that are asked for are those that are needed, and they are documented.</summary>
public sealed class MissingAccessTests
{
    [Fact]
    public void The_documentation_shows_every_right()
    {
        var all = new MissingAccess([.. ApiResources.All.Select(resource => new ResourceQuery(resource))], "system:serviceaccount:riskanalyzer:scanner");
        Assert.Contains(all.ToYaml(), File.ReadAllText(Repository.PathOf("docs", "live-clusters.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_one_namespace_rights_are_asked_for_in_that_namespace()
    {
        var queries = ApiResources.All.Where(resource => resource.Plural is "pods" or "namespaces").Select(resource => ResourceQuery.Of(resource, "shop"));
        Assert.Equal("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: { name: riskanalyzer-reader }
            rules:
            - apiGroups: [""]
              resources: [namespaces]
              resourceNames: ["shop"]
              verbs: [list]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: { name: riskanalyzer-reader }
            roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: riskanalyzer-reader }
            subjects:
            - { apiGroup: rbac.authorization.k8s.io, kind: User, name: "ada" }
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: { name: riskanalyzer-reader, namespace: shop }
            rules:
            - apiGroups: [""]
              resources: [pods]
              verbs: [list]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: { name: riskanalyzer-reader, namespace: shop }
            roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: riskanalyzer-reader }
            subjects:
            - { apiGroup: rbac.authorization.k8s.io, kind: User, name: "ada" }

            """, new MissingAccess([.. queries], "ada").ToYaml());
    }
}
