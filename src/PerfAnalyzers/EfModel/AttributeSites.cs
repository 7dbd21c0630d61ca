using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel;

/// <summary>Finds the <c>[Index]</c> attribute that declares an index. Asked of the symbol, so that it is the current tree's.</summary>
internal static class AttributeSites
{
    /// <summary>
    /// The attribute on the entity class itself: one on a base class speaks for other entities too. Of several that say the same, which only
    /// their names tell apart, the last.
    /// </summary>
    public static Location? Find(INamedTypeSymbol entity, TableIndex index)
    {
        Location? found = null;
        foreach (var attribute in entity.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "IndexAttribute", ApplicationSyntaxReference: { } reference } && Declares(attribute, index))
                found = Location.Create(reference.SyntaxTree, reference.Span);
        }
        return found;
    }

    private static bool Declares(AttributeData attribute, TableIndex index)
    {
        var columns = ColumnsOf(attribute);
        if (!columns.SequenceEqual(index.Columns.Select(column => column.Name)))
            return false;

        bool[] descending = [];
        var isUnique = false;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument.Key)
            {
                case "IsUnique":
                    isUnique = argument.Value.Value is true;
                    break;
                case "AllDescending" when argument.Value.Value is true:
                    descending = [.. columns.Select(_ => true)];
                    break;
                case "IsDescending" when argument.Value is { Kind: TypedConstantKind.Array, IsNull: false }:
                    descending = [.. argument.Value.Values.Select(flag => flag.Value is true)];
                    break;
            }
        }
        return isUnique == index.IsUnique && index.Columns.Select((column, i) => column.IsDescending == (i < descending.Length && descending[i])).All(same => same);
    }

    /// <summary>The strings among the constructor's arguments: <c>(string, params string[])</c>.</summary>
    internal static List<string> ColumnsOf(AttributeData attribute)
    {
        var columns = new List<string>();
        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument is { Kind: TypedConstantKind.Array, IsNull: false })
                columns.AddRange(argument.Values.Select(value => value.Value).OfType<string>());
            else if (argument.Kind != TypedConstantKind.Array && argument.Value is string column)
                columns.Add(column);
        }
        return columns;
    }
}
