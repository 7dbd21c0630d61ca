using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Sources;

namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>What classes and properties are called in a database.</summary>
internal static class SqlNames
{
    /// <summary>A name without case, underscores and dots, for the sake of naming conventions: <c>Head.City</c> is stored in <c>head_city</c>.</summary>
    public static string Plain(string name) => name.Replace("_", "").Replace(".", "").ToUpperInvariant();

    /// <summary>The names that a class's table may have: <c>[Table]</c>, else its own name and its plural.</summary>
    public static IEnumerable<string> OfTable(INamedTypeSymbol entity)
    {
        if (EntityAttributes.Find(entity, "TableAttribute") is { ConstructorArguments: [{ Value: string table }, ..] })
            return [table];
        var name = entity.Name;
        return name.EndsWith("y", StringComparison.Ordinal)
            ? [name, name.Substring(0, name.Length - 1) + "ies", name + "s"]
            : [name, name + "s", name + "es"];
    }

    /// <summary>The plain column names of a class's properties, by property.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Properties(INamedTypeSymbol entity)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in EntityAttributes.SelfAndBases(entity))
        {
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false } && seen.Add(property.Name))
                    yield return new(property.Name, ColumnOf(property));
            }
        }
    }

    /// <summary>The plain name of the column that a property is stored in.</summary>
    public static string OfProperty(INamedTypeSymbol entity, string name)
    {
        foreach (var type in EntityAttributes.SelfAndBases(entity))
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return ColumnOf(property);
        }
        return Plain(name);
    }

    private static string ColumnOf(IPropertySymbol property) =>
        EntityAttributes.Find(property, "ColumnAttribute") is { ConstructorArguments: [{ Value: string column }, ..] } ? Plain(column) : Plain(property.Name);
}
