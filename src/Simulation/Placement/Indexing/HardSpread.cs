namespace RiskAnalyzer.Simulation.Placement.Indexing;

/// <summary>A spread constraint that rejects.</summary>
/// <param name="Key">The topology key.</param>
/// <param name="Counter">Counts the pods; -1 when none counts.</param>
/// <param name="Domains">Counts the domains that take part, see <see cref="PlacementIndex.Tallies"/>.</param>
/// <param name="MaxSkew">The largest difference to the emptiest domain.</param>
/// <param name="MinDomains">With fewer domains the emptiest one counts as empty.</param>
/// <param name="Self">1 when the pod counts itself, 0 otherwise.</param>
internal readonly record struct HardSpread(int Key, int Counter, int Domains, int MaxSkew, int MinDomains, int Self);
