using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RiskAnalyzer.Hosting.Documents;

/// <summary>A value in a configuration document, with its path and line. Reading it as the wrong type is a problem, never an exception.</summary>
public sealed class DocumentNode
{
    private readonly YamlNode _node;
    private readonly DocumentProblems _problems;

    internal DocumentNode(YamlNode node, string path, DocumentProblems problems) => (_node, Path, _problems) = (node, path, problems);

    /// <summary>The field, as <c>spec.drain.timeoutSeconds</c>; empty for the document itself.</summary>
    public string Path { get; }

    /// <summary>The line, from 1.</summary>
    public int Line => (int)_node.Start.Line;

    /// <summary>The fields of a mapping in the order of the document; empty for anything else, which is a problem.</summary>
    public IReadOnlyList<KeyValuePair<string, DocumentNode>> Fields
    {
        get
        {
            if (_node is YamlMappingNode mapping)
            {
                return [.. mapping.Children.Select(child => KeyValuePair.Create(KeyOf(child.Key), Child(KeyOf(child.Key), child.Value)))];
            }

            AddProblem($"must be a mapping, not {Kind}");
            return [];
        }
    }

    /// <summary>The entries of a list; empty for anything else, which is a problem.</summary>
    public IReadOnlyList<DocumentNode> Items
    {
        get
        {
            if (_node is YamlSequenceNode sequence)
            {
                return [.. sequence.Children.Select((item, index) => new DocumentNode(item, $"{Path}[{index}]", _problems))];
            }

            AddProblem($"must be a list, not {Kind}");
            return [];
        }
    }

    private string Kind => _node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        _ => IsNull ? "empty" : $"'{_node}'",
    };

    private bool IsNull => _node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>Reports every field that is not one of these.</summary>
    public void AllowOnly(params IReadOnlyCollection<string> known)
    {
        foreach (var (name, value) in Fields.Where(field => !known.Contains(field.Key, StringComparer.Ordinal)))
        {
            value.AddProblem($"is no field here{Spelling.Hint(name, known)}");
        }
    }

    /// <summary>A field of a mapping; null when it is absent or empty.</summary>
    public DocumentNode? Field(string name) =>
        _node is YamlMappingNode mapping && mapping.Children.FirstOrDefault(child => KeyOf(child.Key) == name).Value is { } value
        && Child(name, value) is { IsNull: false } field ? field : null;

    /// <summary>The text; null when the value is no scalar.</summary>
    public string? AsText() => _node is YamlScalarNode { Value: { } text } ? text : Wrong<string>("a text");

    /// <summary>A whole number.</summary>
    public int? AsInt32() =>
        IsPlain && int.TryParse(_node.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : WrongValue<int>("a whole number");

    /// <summary>A finite number.</summary>
    public double? AsNumber() =>
        IsPlain && double.TryParse(_node.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : WrongValue<double>("a number");

    /// <summary>A switch.</summary>
    public bool? AsBoolean() => IsPlain && _node.ToString() is "true" or "false" ? _node.ToString() == "true" : WrongValue<bool>("true or false");

    /// <summary>Reports a mistake in this value.</summary>
    public void AddProblem(string message) => _problems.Add(Path, Line, message);

    private bool IsPlain => _node is YamlScalarNode { Style: ScalarStyle.Plain };

    private T? Wrong<T>(string right)
        where T : class
    {
        AddProblem($"must be {right}, not {Kind}");
        return null;
    }

    private T? WrongValue<T>(string right)
        where T : struct
    {
        AddProblem($"must be {right}, not {Kind}");
        return null;
    }

    private DocumentNode Child(string name, YamlNode value) => new(value, Path.Length == 0 ? name : $"{Path}.{name}", _problems);

    private static string KeyOf(YamlNode key) => (key as YamlScalarNode)?.Value ?? key.ToString();
}
