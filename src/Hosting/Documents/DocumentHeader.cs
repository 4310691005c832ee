namespace RiskAnalyzer.Hosting.Documents;

/// <summary>What every document of this product says first: its version and kind.</summary>
internal static class DocumentHeader
{
    /// <summary>Notes a field that does not have the one right value.</summary>
    public static void Expect(MistakeList mistakes, string field, string? found, string right)
    {
        if (found != right)
        {
            mistakes.Add(field, found is null ? $"is missing; write {field}: {right}" : $"must be {right}, but is '{found}'");
        }
    }
}
