using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Reads the attributes of an entity class, those of its base classes included: <c>[Index]</c>, <c>[PrimaryKey]</c>, <c>[Keyless]</c>, <c>[Table]</c>.</summary>
internal static class EntityAttributes
{
    /// <summary>The longest chain of base classes that is followed.</summary>
    internal const int MaximumBases = 64;

    public static void Read(EntityDraft entity)
    {
        foreach (var type in SelfAndBases(entity.Symbol))
        {
            foreach (var attribute in type.GetAttributes())
            {
                switch (attribute.AttributeClass?.Name)
                {
                    case "IndexAttribute" when AttributeSites.ColumnsOf(attribute) is { Count: > 0 } columns:
                        Index(entity, attribute, columns);
                        break;
                    case "PrimaryKeyAttribute" when !entity.IsKeyExplicit && AttributeSites.ColumnsOf(attribute) is { Count: > 0 } columns:
                        entity.Key = columns;
                        entity.IsKeyExplicit = true;
                        break;
                    case "KeylessAttribute" when !entity.IsKeyExplicit:
                        entity.IsKeyless = true;
                        entity.NoTable ??= $"{entity.Name} has no key, so it may be a view or the result of a query";
                        break;
                    case "TableAttribute" when entity.Table is null:
                        entity.Table = attribute.ConstructorArguments is [{ Value: string name }, ..] ? name : null;
                        entity.Schema ??= attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Schema").Value.Value as string;
                        break;
                }
            }
        }
    }

    public static bool Has(ISymbol symbol, string attributeClass) => Find(symbol, attributeClass) is not null;

    public static AttributeData? Find(ISymbol symbol, string attributeClass)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == attributeClass)
                return attribute;
        }
        return null;
    }

    /// <summary>The classes from <paramref name="type"/> up to, but not including, <c>object</c>.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(INamedTypeSymbol type)
    {
        var rest = MaximumBases;
        for (INamedTypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object } && rest-- > 0; current = current.BaseType)
            yield return current;
    }

    private static void Index(EntityDraft entity, AttributeData attribute, IReadOnlyList<string> columns)
    {
        var named = attribute.NamedArguments;
        var name = named.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string;
        var index = entity.Index(columns, name);
        index.Origin = IndexOrigin.Attribute;
        foreach (var argument in named)
        {
            switch (argument.Key)
            {
                case "IsUnique":
                    index.IsUnique ??= argument.Value.Value as bool?;
                    break;
                case "AllDescending" when argument.Value.Value is true:
                    index.Descending ??= [];
                    break;
                case "IsDescending" when argument.Value is { Kind: TypedConstantKind.Array, IsNull: false }:
                    index.Descending ??= [.. argument.Value.Values.Select(flag => flag.Value is true)];
                    break;
            }
        }
    }
}
