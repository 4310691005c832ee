namespace RiskAnalyzer.Simulation.Forecasts;

/// <summary>A change and what it saves, found by running the simulation again.</summary>
/// <param name="Rule">The rule that names the problem.</param>
/// <param name="Object">The object to change, as <c>Kind/namespace/name</c>.</param>
/// <param name="SavesSeconds">Expected seconds saved; infinite (written as null) when the run ends only with the change.</param>
/// <param name="Message">What to change, from what to what.</param>
/// <param name="MakesItComplete">Whether the run, which does not complete as it is, completes with the change. Where several changes are
/// alternatives or are needed together, each of them; the message tells the two apart.</param>
/// <param name="SavesWorstSeconds">Seconds saved in the worst case; infinite as above.</param>
public sealed record ForecastFix(
    string Rule, string Object, double SavesSeconds, string Message, bool MakesItComplete = false, double SavesWorstSeconds = 0);
