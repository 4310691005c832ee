using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads what the kubelet says of a container.</summary>
internal static class ContainerStatusDecoder
{
    public static ContainerStatus? Read(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var (name, restarts) = ("", 0);
        var state = default(ContainerState);
        ResourceAmounts? actual = null, allocated = null;
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.Name: name = json.ReadText() ?? ""; break;
                case Field.RestartCount: restarts = json.ReadInt32() ?? 0; break;
                case Field.State: state = ContainerStateDecoder.Read(ref json); break;

                // Only its times are noted, as the newest time of all says when the cluster was captured.
                case Field.LastState: _ = ContainerStateDecoder.Read(ref json); break;
                case Field.Resources: actual = ResourcesDecoder.Read(ref json).Requests; break;
                case Field.AllocatedResources: allocated = json.ReadAmounts(); break;
                default: json.Skip(); break;
            }
        }

        var resized = (actual, allocated) switch
        {
            (null, null) => null,
            ({ } only, null) => only,
            (null, { } only) => only,
            ({ } a, { } b) => a == b ? a : json.State.Amounts.Share(a.Max(b)),
        };
        return new()
        {
            Name = name,
            RestartCount = restarts,
            WaitingReason = state.WaitingReason,
            RunningSince = state.RunningSince,
            ResizedRequests = resized is { IsEmpty: true } ? null : resized,
        };
    }
}
