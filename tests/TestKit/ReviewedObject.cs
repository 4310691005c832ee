using System.Text.Json.Nodes;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.TestKit;

/// <summary>An object of a case that admission is asked about.</summary>
public sealed record ReviewedObject(IResource Resource, JsonNode Json);
