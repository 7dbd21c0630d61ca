using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.CodeFixes;

/// <summary>Tells properties of a class from EF Core's shadow properties, which only have a name.</summary>
internal static class EntityProperties
{
    /// <summary>True when the entity or a base type of it declares the property.</summary>
    public static bool Has(INamedTypeSymbol entity, string property)
    {
        for (var type = entity; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(property).Any(member => member is IPropertySymbol))
                return true;
        }

        return false;
    }
}
