using System.Collections.Immutable;
using RiskAnalyzer.Model.Primitives;
using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>What lasts from one object to the next: shared instances. And what does not: the trail and the first problem.</summary>
/// <param name="podSpecs">The pool of pod specifications, which several decoders may share.</param>
internal sealed class DecoderState(InternPool<PodSpec> podSpecs)
{
    private const string Unsaid = "default";

    // The specification in a template is read again with every change of its workload, and the revisions of one have it in common.
    private const int MaxSpecBytes = 32 << 10;

    // What one shared part weighs with its entry; a rough mean, as only the order of magnitude counts.
    private const int BytesPerShared = 300;

    private readonly Dictionary<string, bool> _annotations = new(ReferenceEqualityComparer.Instance);

    public FieldTrail Trail { get; } = new();

    public StringPool Strings { get; } = new();

    public VersionNames Versions { get; } = new();

    public InternPool<LabelSet> Labels { get; } = new();

    public InternPool<LabelSelector> Selectors { get; } = new();

    public InternPool<ResourceAmounts> Amounts { get; } = new();

    public InternPool<OwnerReference> Owners { get; } = new();

    public InternPool<Container> Containers { get; } = new();

    public InternPool<ImmutableArray<Toleration>> Tolerations { get; } = new(new ArrayContentComparer<Toleration>());

    public InternPool<Affinity> Affinities { get; } = new();

    public InternPool<Probe> Probes { get; } = new();

    public InternPool<PodSpec> PodSpecs => podSpecs;

    public PodSpecMemo PodSpecTexts { get; } = new();

    public RawMemo<LabelSet> LabelBytes { get; } = new();

    public RawMemo<LabelSelector> SelectorBytes { get; } = new();

    public RawMemo<ObjectOwners> OwnerBytes { get; } = new();

    public RawMemo<Probe> ProbeBytes { get; } = new();

    public RawMemo<(PodSpec Spec, string? NodeName)> SpecBytes { get; } = new(MaxSpecBytes);

    public RawMemo<TemplateMetadata> TemplateBytes { get; } = new();

    public RawMemo<ContainerResources> ResourceBytes { get; } = new();

    public RawMemo<Affinity> AffinityBytes { get; } = new();

    public RawMemo<ImmutableArray<Toleration>> TolerationBytes { get; } = new();

    /// <summary>The labels that are read now.</summary>
    public List<KeyValuePair<string, string>> Pairs { get; } = [];

    /// <summary>Where the volume mounts of the pod specification are that is read now.</summary>
    public List<Range> Mounts { get; } = [];

    /// <summary>Where the volumes of that pod specification are; empty when it has none.</summary>
    public Range VolumesAt { get; set; }

    /// <summary>Where that specification names a node, without the quotes; empty when it does not.</summary>
    public Range NodeNameAt { get; set; }

    /// <summary>What is wrong with the object; null as long as nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The byte of the object at which the problem was seen.</summary>
    public int ProblemAt { get; private set; }

    /// <summary>Why the object is a patch or a template; null when it is whole.</summary>
    public string? MissingPart { get; private set; }

    /// <summary>Where the object is.</summary>
    public SourceLocation Location { get; private set; }

    /// <summary>The newest time of all objects.</summary>
    public DateTimeOffset? NewestTime { get; private set; }

    /// <summary>Notes a time at which the cluster did something.</summary>
    public void Note(DateTimeOffset time)
    {
        if (NewestTime is null || time > NewestTime)
        {
            NewestTime = time;
        }
    }

    /// <summary>The namespace of a namespaced object that names none.</summary>
    public string DefaultNamespace { get; private set; } = Unsaid;

    /// <value>Bytes, about, that the pools hold.</value>
    public long RememberedBytes =>
        Strings.Bytes + ProbeBytes.Bytes + LabelBytes.Bytes + SelectorBytes.Bytes + OwnerBytes.Bytes + SpecBytes.Bytes + TemplateBytes.Bytes + ResourceBytes.Bytes + AffinityBytes.Bytes + TolerationBytes.Bytes
        + (BytesPerShared * (Labels.Count + Selectors.Count + Amounts.Count + Owners.Count + Containers.Count + Tolerations.Count
            + Affinities.Count + Probes.Count + PodSpecs.Count));

    public void Start(SourceLocation location, string? @namespace = null)
    {
        Location = location;
        DefaultNamespace = @namespace ?? Unsaid;
        Problem = null;
        MissingPart = null;
        Trail.Clear();
    }

    /// <summary>Forgets what was noted of the pod specification before.</summary>
    public void ForgetPlaces()
    {
        Mounts.Clear();
        (VolumesAt, NodeNameAt) = (default, default);
    }

    public void Fail(string problem, int at)
    {
        if (Problem is null)
        {
            (Problem, ProblemAt) = (problem, at);
        }
    }

    /// <summary>Whether somebody reads an annotation.</summary>
    public bool ReadsAnnotation(ReadOnlySpan<byte> name)
    {
        var key = Strings.Get(name);
        if (!_annotations.TryGetValue(key, out var isRead))
        {
            _annotations[key] = isRead = KnownAnnotations.IsRead(key);
        }

        return isRead;
    }

    /// <summary>Says that something is missing that every whole object of the kind has.</summary>
    public void Lacks(string part) => MissingPart ??= part;

    /// <summary>Says that the object is no patch, whatever it lacks.</summary>
    public void CountsAsWhole() => MissingPart = null;
}
