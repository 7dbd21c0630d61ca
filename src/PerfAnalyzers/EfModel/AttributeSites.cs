using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel;

/// <summary>Finds the <c>[Index]</c> attribute that declares an index. Asked of the symbol, so that it is the current tree's.</summary>
internal static class AttributeSites
{
    /// <summary>The attribute on the entity class itself: one on a base class speaks for other entities too.</summary>
    public static Location? Find(INamedTypeSymbol entity, TableIndex index)
    {
        foreach (var attribute in entity.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "IndexAttribute", ApplicationSyntaxReference: { } reference }
                && ColumnsOf(attribute).SequenceEqual(index.Columns.Select(column => column.Name)))
            {
                return Location.Create(reference.SyntaxTree, reference.Span);
            }
        }
        return null;
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
