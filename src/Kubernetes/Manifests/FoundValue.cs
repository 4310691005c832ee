using RiskAnalyzer.Model.Json;

namespace RiskAnalyzer.Kubernetes.Manifests;

/// <summary>Where a value ends that starts at the current position of the window, or why it is not to be read.</summary>
/// <param name="Length">Its bytes; negative for one of the reasons below.</param>
/// <param name="Lines">The line ends in it.</param>
internal readonly record struct FoundValue(int Length, long Lines)
{
    /// <summary>The text ends before the value does.</summary>
    public const int CutOff = -1;

    /// <summary>The value is larger than the limit; it was passed over.</summary>
    public const int TooLarge = -2;

    /// <summary>The value is nested too deeply; it was passed over.</summary>
    public const int TooDeep = -3;

    /// <summary>Reports why the value is not read, and says whether anything can come after it.</summary>
    public bool GoesOn(IObjectTarget target, long line)
    {
        target.Fail(line, Length switch
        {
            TooLarge => "an object is larger than any that the API takes, and was passed over",
            TooDeep => $"an object is nested more than {JsonExtent.MaxDepth} levels deep, and was passed over",
            _ => "the text ends inside this object; it was cut off",
        }, isCutOff: Length == CutOff);
        return Length != CutOff;
    }
}
