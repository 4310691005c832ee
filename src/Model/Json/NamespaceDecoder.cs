using RiskAnalyzer.Model.Resources;

namespace RiskAnalyzer.Model.Json;

/// <summary>Reads a Namespace.</summary>
internal static class NamespaceDecoder
{
    public static KubernetesNamespace Read(ref JsonCursor json, ObjectMeta metadata)
    {
        var isTerminating = metadata.DeletionTimestamp is not null;
        while (json.NextField(out var field))
        {
            if (field != Field.Status)
            {
                json.Skip();
                continue;
            }

            if (!json.BeginObject())
            {
                continue;
            }

            while (json.NextField(out var inner))
            {
                switch (inner)
                {
                    case Field.Phase: isTerminating |= json.ReadText() is "Terminating"; break;
                    default: json.Skip(); break;
                }
            }
        }

        return new() { Metadata = metadata, IsTerminating = isTerminating };
    }
}
