using RiskAnalyzer.Kubernetes.Api;

namespace RiskAnalyzer.Kubernetes.Reading;

/// <summary>Takes the objects of a list, page by page, and forgets what turns out not to count.</summary>
internal interface IListTarget
{
    /// <summary>The list begins, or begins anew: nothing that came before counts.</summary>
    void Begin();

    /// <summary>Takes one object, whose bytes are gone after the call.</summary>
    void Add(ReadOnlySpan<byte> json);

    /// <summary>The page is whole.</summary>
    void EndPage(ListPage page);

    /// <summary>The page broke off: what came since the end of the page before does not count.</summary>
    void DropPage();
}
