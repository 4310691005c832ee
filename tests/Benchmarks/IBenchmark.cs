namespace RiskAnalyzer.Benchmarks;

/// <summary>Something that is measured as a ratio, so that the machine matters little.</summary>
internal interface IBenchmark
{
    /// <summary>The word that selects it.</summary>
    string Name { get; }

    /// <summary>What is measured, and the arguments.</summary>
    string Summary { get; }

    /// <summary>Measures and prints; 0 when all bars hold.</summary>
    int Run(string[] arguments);
}
