using System.CommandLine;

namespace RiskAnalyzer.Scanner.Commands;

/// <summary>A command whose help ends with examples and the exit codes.</summary>
internal sealed class ExampleCommand(string name, string description, string examples) : Command(name, description)
{
    /// <summary>The lines below "Examples:".</summary>
    public string Examples => examples;
}
