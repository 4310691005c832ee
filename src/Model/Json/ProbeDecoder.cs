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

        var (delay, period, timeout, successes, failures, action) = (0, 10, 1, 1, 3, "");
        while (json.NextField(out var field))
        {
            switch (field)
            {
                case Field.InitialDelaySeconds: delay = json.ReadInt32() ?? delay; break;
                case Field.PeriodSeconds: period = Positive(json.ReadInt32(), period); break;
                case Field.TimeoutSeconds: timeout = Positive(json.ReadInt32(), timeout); break;
                case Field.SuccessThreshold: successes = Positive(json.ReadInt32(), successes); break;
                case Field.FailureThreshold: failures = Positive(json.ReadInt32(), failures); break;
                case Field.HttpGet: action = Action(ref json, "httpGet", action); break;
                case Field.TcpSocket: action = Action(ref json, "tcpSocket", action); break;
                case Field.Exec: action = Action(ref json, "exec", action); break;
                case Field.Grpc: action = Action(ref json, "grpc", action); break;
                default: json.Skip(); break;
            }
        }

        return json.State.Probes.Share(new()
        {
            InitialDelaySeconds = delay,
            PeriodSeconds = period,
            TimeoutSeconds = timeout,
            SuccessThreshold = successes,
            FailureThreshold = failures,
            Action = action,
        });
    }

    // The API server fills the default in for 0, too.
    private static int Positive(int? written, int assumed) => written is > 0 ? written.Value : assumed;

    private static string Action(ref JsonCursor json, string name, string action) =>
        json.SkipNull() ? action : $$"""{"{{name}}":{{CompactJson.Write(json.SkippedValue())}}}""";
}
