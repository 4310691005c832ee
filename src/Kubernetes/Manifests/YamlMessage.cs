using YamlDotNet.Core;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Says what the YAML parser found wrong in words that help.</summary>
internal static class YamlMessage
{
    public static string Of(YamlException exception)
    {
        var message = exception.Message;
        if (message.Contains("cannot start any token", StringComparison.Ordinal))
        {
            return "a character that cannot begin a value here; if the line is indented with a tab, use spaces";
        }

        // The parser puts its own position, which counts from the start of the document, before the message.
        var position = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return position < 0 ? message : message[(position + 3)..];
    }
}
