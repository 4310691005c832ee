using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.TestKit.Live;

/// <summary>Says over HTTP what a cluster in memory says.</summary>
internal sealed class FakeApiAnswers(InMemoryKubernetesApi cluster)
{
    public static Task FailAsync(HttpContext context, int code, string reason, string message)
    {
        context.Response.StatusCode = code;
        return WriteAsync(context, new() { ["kind"] = "Status", ["apiVersion"] = "v1", ["status"] = "Failure", ["message"] = message, ["reason"] = reason, ["code"] = code });
    }

    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await AnswerPathAsync(context, context.Request.Path.Value!.Trim('/'));
        }
        catch (KubernetesApiException failure)
        {
            var (code, reason) = failure.Failure switch
            {
                ApiFailure.Forbidden => (403, "Forbidden"),
                ApiFailure.NotFound => (404, "NotFound"),
                ApiFailure.Expired => (410, "Expired"),
                ApiFailure.NotSupported => (422, "Invalid"),
                _ => (503, "ServiceUnavailable"),
            };
            await FailAsync(context, code, reason, failure.Message);
        }
    }

    private Task AnswerPathAsync(HttpContext context, string path)
    {
        var parts = path.Split('/');
        var plural = parts[^1];
        return path switch
        {
            "version" => WriteAsync(context, new() { ["major"] = "1", ["minor"] = "36+", ["gitVersion"] = "v1.36.2-fake" }),
            _ when plural == "selfsubjectaccessreviews" => ReviewAsync(context),
            _ when plural == "selfsubjectreviews" => WhoAsync(context),
            _ when ApiResources.All.FirstOrDefault(resource => resource.Plural == plural) is { } resource =>
                context.Request.Query.ContainsKey("watch") ? WatchAsync(context, QueryOf(context, parts, resource)) : ListAsync(context, QueryOf(context, parts, resource)),
            _ => FailAsync(context, 404, "NotFound", "the server could not find the requested resource"),
        };
    }

    private static ResourceQuery QueryOf(HttpContext context, string[] parts, ApiResource resource)
    {
        var selector = context.Request.Query["fieldSelector"].ToString();
        var space = Array.IndexOf(parts, "namespaces") is var at and >= 0 && at < parts.Length - 1 ? parts[at + 1] : null;
        return new(resource, space, selector.StartsWith("metadata.name=", StringComparison.Ordinal) ? selector["metadata.name=".Length..] : null);
    }

    private async Task ListAsync(HttpContext context, ResourceQuery query)
    {
        var items = new JsonArray();
        var limit = context.Request.Query["limit"].ToString();
        var next = context.Request.Query["continue"].ToString();
        var request = new ListRequest(query, limit.Length > 0 ? int.Parse(limit, CultureInfo.InvariantCulture) : null, next.Length > 0 ? next : null);
        var page = await cluster.ListAsync(request, json => items.Add(Typed(json)), context.RequestAborted);
        var metadata = new JsonObject { ["resourceVersion"] = page.ResourceVersion };
        if (page.Continue is not null)
        {
            (metadata["continue"], metadata["remainingItemCount"]) = (page.Continue, page.Remaining);
        }

        await WriteAsync(context, new()
        {
            ["kind"] = $"{query.Resource.Kind}List",
            ["apiVersion"] = query.Resource.ApiVersion,
            ["metadata"] = metadata,
            ["items"] = items,
        });
    }

    // The items of a typed list do not say what they are.
    private static JsonNode Typed(ReadOnlySpan<byte> json)
    {
        var item = JsonNode.Parse(json)!.AsObject();
        _ = item.Remove("kind");
        _ = item.Remove("apiVersion");
        return item;
    }

    private async Task WatchAsync(HttpContext context, ResourceQuery query)
    {
        var version = context.Request.Query["resourceVersion"].ToString();
        context.Response.ContentType = "application/json";
        var events = System.Threading.Channels.Channel.CreateUnbounded<string>();
        var watch = cluster.WatchAsync(new(query, version.Length > 0 ? version : null), Queue, context.RequestAborted);
        await context.Response.StartAsync();
        await context.Response.Body.FlushAsync();
        _ = watch.ContinueWith(_ => events.Writer.TryComplete(), TaskScheduler.Default);
        await foreach (var line in events.Reader.ReadAllAsync())
        {
            await context.Response.WriteAsync(line);
            await context.Response.Body.FlushAsync();
        }

        // The head of the answer says that the watch is accepted.
        void Queue(WatchEventType type, ReadOnlySpan<byte> json) => _ = type == WatchEventType.Accepted
            || events.Writer.TryWrite($$"""{"type":"{{type.ToString().ToUpperInvariant()}}","object":{{System.Text.Encoding.UTF8.GetString(json)}}}""" + "\n");
    }

    private async Task ReviewAsync(HttpContext context)
    {
        var review = (await JsonNode.ParseAsync(context.Request.Body))!;
        var asked = review["spec"]!["resourceAttributes"]!;
        var resource = ApiResources.All.Single(resource => resource.Plural == (string?)asked["resource"] && resource.Group == (string?)asked["group"]);
        var isAllowed = await cluster.IsAllowedAsync(new(resource, (string?)asked["namespace"]), (string)asked["verb"]!, context.RequestAborted);
        review["status"] = new JsonObject { ["allowed"] = isAllowed };
        context.Response.StatusCode = 201;
        await WriteAsync(context, review.AsObject());
    }

    private async Task WhoAsync(HttpContext context)
    {
        context.Response.StatusCode = 201;
        await WriteAsync(context, new() { ["status"] = new JsonObject { ["userInfo"] = new JsonObject { ["username"] = await cluster.UserNameAsync(context.RequestAborted) } } });
    }

    private static async Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }
}
