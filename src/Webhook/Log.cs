namespace RiskAnalyzer.Webhook;

/// <summary>Everything that the program logs. Names of files and counts, never the contents of objects.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Version {Version} ({Revision}) answers reviews on port {AdmissionPort}, health and metrics on port {MetricsPort}")]
    public static partial void Serving(ILogger logger, string version, string revision, int admissionPort, int metricsPort);

    [LoggerMessage(2, LogLevel.Information, "The end was asked for; connections are accepted for another {Seconds} s")]
    public static partial void DrainingBegins(ILogger logger, double seconds);

    [LoggerMessage(3, LogLevel.Information, "{Reviews} reviews were rehearsed in {Seconds:0.0} s")]
    public static partial void Rehearsed(ILogger logger, int reviews, double seconds);

    [LoggerMessage(4, LogLevel.Warning, "Reviews cannot be rehearsed, so the first ones take longer: {Problem}")]
    public static partial void NotRehearsed(ILogger logger, string problem);

    [LoggerMessage(10, LogLevel.Information, "The certificate of {File} is served; it expires at {NotAfter:O}")]
    public static partial void CertificateLoaded(ILogger logger, string file, DateTimeOffset notAfter);

    [LoggerMessage(11, LogLevel.Error, "The certificate of {File} is not served: {Problem}")]
    public static partial void CertificateRejected(ILogger logger, string file, string problem);

    [LoggerMessage(20, LogLevel.Information, "The policy {Policy} of {File} is in force")]
    public static partial void PolicyLoaded(ILogger logger, string file, string policy);

    [LoggerMessage(21, LogLevel.Error, "The policy of {File} is not taken over, the last good one stays: {Problem}")]
    public static partial void PolicyRejected(ILogger logger, string file, string problem);

    [LoggerMessage(30, LogLevel.Information, "The view of the cluster is complete: {Pods} pods on {Nodes} nodes")]
    public static partial void ViewReady(ILogger logger, int pods, int nodes);

    [LoggerMessage(31, LogLevel.Warning, "The cluster cannot be read as it should; what is missing or gets too old is not evaluated: {Problem}")]
    public static partial void ViewProblem(ILogger logger, string problem);

    [LoggerMessage(32, LogLevel.Information, "The cluster can be read again, which failed so: {Problem}")]
    public static partial void ViewProblemOver(ILogger logger, string problem);
}
