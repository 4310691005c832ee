using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Takes the objects of a file one by one, and what is wrong with it.</summary>
internal interface IObjectTarget
{
    /// <summary>Takes one object.</summary>
    /// <param name="json">Its bytes, which are gone after the call.</param>
    /// <param name="line">Its first line, from 1. A line end in the bytes is one in the file.</param>
    /// <param name="offset">Where it begins in the text, in bytes; -1 when that is not known.</param>
    /// <param name="assumed">The version and kind of an item of a typed list.</param>
    void Add(ReadOnlySpan<byte> json, long line, long offset, ObjectType assumed);

    /// <summary>Takes the header of a list whose items were handed over.</summary>
    void AddList(ListHeader header);

    /// <summary>Takes something that is no object of the API.</summary>
    void AddStranger(long line);

    /// <summary>Takes a template or a patch.</summary>
    void PassOver(long line, string reason);

    /// <summary>Takes something that cannot be read.</summary>
    /// <param name="line">Its line, from 1.</param>
    /// <param name="problem">What is wrong with it.</param>
    /// <param name="isCutOff">Whether the text ends there before its time.</param>
    void Fail(long line, string problem, bool isCutOff = false);
}
