namespace RiskAnalyzer.Model.Json;

/// <summary>Reads the one field of a Scale object that matters.</summary>
public static class ScaleDecoder
{
    /// <summary>Reads the replicas that a Scale asks for; the API leaves out a 0.</summary>
    /// <remarks>Source: kubernetes/api:autoscaling/v1/types.go (ScaleSpec).</remarks>
    /// <param name="decoder">The decoder that read the request.</param>
    /// <param name="scale">The object.</param>
    /// <param name="problem">Why it cannot be read; null when it can.</param>
    public static int ReadReplicas(ObjectDecoder decoder, ReadOnlySpan<byte> scale, out string? problem)
    {
        decoder.State.Start(default);
        var replicas = 0;
        var json = new JsonCursor(scale, decoder.State);
        _ = json.BeginObject();
        while (json.NextField(out var field))
        {
            if (field != Field.Spec)
            {
                json.Skip();
            }
            else if (json.BeginObject())
            {
                while (json.NextField(out var inner))
                {
                    if (inner == Field.Replicas)
                    {
                        replicas = json.ReadInt32() ?? 0;
                    }
                    else
                    {
                        json.Skip();
                    }
                }
            }
        }

        problem = decoder.State.Problem;
        return replicas;
    }
}
