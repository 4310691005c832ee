using RiskAnalyzer.Hosting.Policies;
using RiskAnalyzer.Rules.Engine;
using RiskAnalyzer.Rules.Policies;
using RiskAnalyzer.Webhook.Telemetry;

namespace RiskAnalyzer.Webhook.Serving;

/// <summary>The policy in force. A changed file that has mistakes is reported once, and the last good policy stays.</summary>
internal sealed class ServingPolicy(string file, RuleCatalog catalog, ServingMetrics metrics, ILogger<ServingPolicy> log) : IReloadable
{
    private readonly PolicyLoader _loader = new(catalog);
    private volatile Policy _current = Policy.Default(catalog);
    private string? _text;
    private string _problem = "";

    /// <summary>The policy in force.</summary>
    public Policy Current => _current;

    /// <summary>What is wrong with the file as it is now; empty when it is in force, or when there is none.</summary>
    public string Problem => _problem;

    /// <inheritdoc/>
    public void Check()
    {
        if (file.Length == 0)
        {
            return;
        }

        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _text = null;
            Reject($"{file}: cannot be read: {error.Message}");
            return;
        }

        if (text != _text)
        {
            _text = text;
            Take(_loader.Parse(text, file));
        }
    }

    private void Take(LoadedPolicy loaded)
    {
        if (loaded.Policy is not { } policy)
        {
            Reject(loaded.Report);
            return;
        }

        _current = policy;
        _problem = "";
        metrics.PolicyLoaded();
        Log.PolicyLoaded(log, file, policy.Name);
    }

    private void Reject(string problem)
    {
        if (problem == _problem)
        {
            return;
        }

        _problem = problem;
        metrics.PolicyRejected();
        Log.PolicyRejected(log, file, problem);
    }
}
