using RiskAnalyzer.Model.Primitives;

namespace RiskAnalyzer.Model.Resources;

/// <summary>What every resource can say of itself.</summary>
public static class ResourceExtensions
{
    extension(IResource resource)
    {
        /// <summary>The object's name in messages and reports.</summary>
        public ObjectReference Reference =>
            new(resource.ApiVersion, resource.Kind, resource.Metadata.Namespace, resource.Metadata.Name);

        /// <summary>The namespace, empty for cluster-wide objects.</summary>
        public string Namespace => resource.Metadata.Namespace ?? "";

        /// <summary>The name.</summary>
        public string Name => resource.Metadata.Name;
    }
}
