namespace RiskAnalyzer.Webhook.Serving;

/// <summary>Marks an endpoint of the port without TLS. Endpoints of one port are not found on the other.</summary>
internal sealed class OperationsOnly
{
    /// <summary>The mark.</summary>
    public static OperationsOnly Mark { get; } = new();

    /// <summary>Answers 404 when an endpoint is asked for on the other port.</summary>
    public static Task GateAsync(HttpContext context, RequestDelegate next)
    {
        var isOperations = context.GetEndpoint()?.Metadata.GetMetadata<OperationsOnly>() is not null;
        if (context.GetEndpoint() is null || isOperations != context.Request.IsHttps)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
