using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace RiskAnalyzer.Kubernetes.Api.Http;

/// <summary>Writes requests as the API wants them.</summary>
/// <remarks>Source: https://kubernetes.io/docs/reference/using-api/api-concepts/</remarks>
internal static class ApiCalls
{
    // The server ends a watch after this; client-go asks for 300 to 600 seconds as well.
    private const int FewestWatchSeconds = 300;
    private const int MostWatchSeconds = 600;

    /// <summary>The server's version.</summary>
    public static ApiCall Version { get; } = new("version", "read the server's version");

    /// <summary>The question who the user is.</summary>
    public static ApiCall WhoAmI { get; } = new(
        "apis/authentication.k8s.io/v1/selfsubjectreviews", "ask who the user is", """{"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}"""u8.ToArray());

    /// <summary>A page of a list. The pages after the first carry nothing but the limit and where to go on.</summary>
    public static ApiCall List(ListRequest request) => new(
        PathOf(request.Query) + Query(
            ("limit", request.Limit?.ToString(CultureInfo.InvariantCulture)),
            ("continue", request.Continue),
            ("fieldSelector", SelectorOf(request.Query))),
        $"list {NameOf(request.Query)}");

    /// <summary>A watch, with everything that there is first when no version is given.</summary>
    public static ApiCall Watch(WatchRequest request)
    {
        var seconds = Random.Shared.Next(FewestWatchSeconds, MostWatchSeconds);
        var isInitial = request.ResourceVersion is null;
        var query = Query(
            ("watch", "1"),
            ("allowWatchBookmarks", "true"),
            ("timeoutSeconds", seconds.ToString(CultureInfo.InvariantCulture)),
            ("resourceVersion", request.ResourceVersion),
            ("sendInitialEvents", isInitial ? "true" : null),
            ("resourceVersionMatch", isInitial ? "NotOlderThan" : null),
            ("fieldSelector", SelectorOf(request.Query)));
        return new(PathOf(request.Query) + query, $"watch {NameOf(request.Query)}") { AllowsCompression = false, IsRepeated = false };
    }

    /// <summary>The question whether the user may do something.</summary>
    public static ApiCall Access(ResourceQuery query, string verb)
    {
        var attributes = new JsonObject { ["verb"] = verb, ["group"] = query.Resource.Group, ["resource"] = query.Resource.Plural };
        foreach (var (name, value) in new[] { ("namespace", query.Namespace), ("name", query.Name) })
        {
            if (value is not null)
            {
                attributes[name] = value;
            }
        }

        var review = new JsonObject
        {
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["kind"] = "SelfSubjectAccessReview",
            ["spec"] = new JsonObject { ["resourceAttributes"] = attributes },
        };
        return new("apis/authorization.k8s.io/v1/selfsubjectaccessreviews", $"ask whether {NameOf(query)} may be read", Encoding.UTF8.GetBytes(review.ToJsonString()));
    }

    private static string PathOf(ResourceQuery query)
    {
        var resource = query.Resource;
        var root = resource.Group.Length == 0 ? $"api/{resource.Version}" : $"apis/{resource.Group}/{resource.Version}";
        return query.Namespace is null ? $"{root}/{resource.Plural}" : $"{root}/namespaces/{Uri.EscapeDataString(query.Namespace)}/{resource.Plural}";
    }

    private static string? SelectorOf(ResourceQuery query) => query.Name is null ? null : $"metadata.name={query.Name}";

    private static string NameOf(ResourceQuery query) => query.Namespace is null ? query.Resource.FullName : $"{query.Resource.FullName} in {query.Namespace}";

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                _ = query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return query.ToString();
    }
}
