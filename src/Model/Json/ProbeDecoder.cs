using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a probe.</summary>
internal static class ProbeDecoder
{
    public static Probe? Read(ref JsonCursor json) => json.ReadMemoized(json.State.ProbeBytes, Decode);

    private static Probe? Decode(ref JsonCursor json)
    {
        if (!json.BeginObject())
        {
            return null;
        }

        var delay = 0;
        while (json.NextField(out var field))
        {
            if (field == Field.InitialDelaySeconds)
            {
                delay = json.ReadInt32() ?? delay;
            }
            else
            {
                json.Skip();
            }
        }

        return json.State.Probes.Share(new() { InitialDelaySeconds = delay });
    }
}
