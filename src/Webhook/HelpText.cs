using System.Text;
using RiskAnalyzer.Webhook.Bootstrap;
using RiskAnalyzer.Webhook.Configuration;

namespace RiskAnalyzer.Webhook;

/// <summary>What <c>--help</c> shows.</summary>
internal static class HelpText
{
    /// <summary>Writes it.</summary>
    public static string Write()
    {
        var text = new StringBuilder()
            .Append("Answers the admission reviews of a Kubernetes API server with warnings about the next maintenance.\n\n")
            .Append("Usage: riskanalyzer-webhook [--name value]...\n");
        Add(text, WebhookSettings.Table);
        return text.Append('\n').Append(Bootstrap()).Append(Variables(WebhookSettings.Table)).ToString();
    }

    /// <summary>Writes the part about the command that makes a certificate.</summary>
    public static string OfBootstrap() => Bootstrap() + Variables(BootstrapSettings.Table);

    private static string Bootstrap()
    {
        var text = new StringBuilder($"Usage: riskanalyzer-webhook {BootstrapCommand.Name} [--name value]...\n")
            .Append("Makes a self-signed certificate where there is no cert-manager, and renews it in time.\n");
        Add(text, BootstrapSettings.Table);
        return text.ToString();
    }

    private static string Variables<T>(SettingTable<T> table)
        where T : class, new() =>
        $"\nEach setting may also be an environment variable: --{table.All[1].Name} is {table.All[1].Variable}.\n";

    private static void Add<T>(StringBuilder text, SettingTable<T> table)
        where T : class, new()
    {
        var width = table.All.Max(setting => setting.Name.Length);
        foreach (var setting in table.All)
        {
            var usual = setting.Default.Length == 0 ? "" : $"; {setting.Default} unless set";
            _ = text.Append($"  --{setting.Name.PadRight(width)}  {setting.Meaning.Replace("`", "")} ({setting.Values}{usual})\n");
        }
    }
}
