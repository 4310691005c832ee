using System.Collections.Immutable;

namespace RiskAnalyzer.Model.Resources;

/// <summary>An image on a node, under all its names.</summary>
public sealed record NodeImage(ImmutableArray<string> Names, long SizeBytes);
