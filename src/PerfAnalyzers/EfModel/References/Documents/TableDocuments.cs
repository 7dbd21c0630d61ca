using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel.References.Documents;

/// <summary>Takes the symbols off a table, and puts those of another compilation on.</summary>
internal static class TableDocuments
{
    /// <summary>The table without symbols, or null for a constructed generic entity: it has no name to find it by.</summary>
    public static TableDocument? Of(EntityTable table) => table.Entity.IsGenericType
        ? null
        : new TableDocument(SourceIndex.MetadataName(table.Entity), AssemblyOf(table.Entity), table.Knowledge)
        {
            TableNames = table.TableNames,
            Schema = table.Schema,
            ColumnNames = table.ColumnNames,
            Columns = table.Columns.ToImmutableArray(),
            Indexes = table.Indexes,
            NavigationKeys = table.NavigationKeys.ToImmutableArray(),
            Navigations = table.Navigations
                .Where(pair => !pair.Value.Target.IsGenericType)
                .Select(pair => new NavigationDocument(
                    pair.Key, SourceIndex.MetadataName(pair.Value.Target), AssemblyOf(pair.Value.Target), pair.Value.Columns, pair.Value.TargetColumns, pair.Value.IsCollection))
                .ToImmutableArray(),
            QueryFilterColumns = table.QueryFilterColumns,
            GuessesQueryFilters = table.GuessesQueryFilters,
            HasFilterOnOtherTables = table.HasFilterOnOtherTables,
            Storage = table.Storage,
            IsSmall = table.IsSmall,
        };

    /// <summary>The table of <paramref name="entity"/>. Navigations to types that <paramref name="find"/> doesn't know are left out.</summary>
    public static EntityTable In(TableDocument table, INamedTypeSymbol entity, Func<string, string?, INamedTypeSymbol?> find)
    {
        var navigations = ImmutableDictionary.CreateBuilder<string, Navigation>(StringComparer.Ordinal);
        foreach (var navigation in table.Navigations)
        {
            if (find(navigation.Target, navigation.TargetAssembly) is { } target)
                navigations[navigation.Name] = new Navigation(target, navigation.Columns, navigation.TargetColumns, navigation.IsCollection);
        }
        return new EntityTable(entity, table.Knowledge, ImmutableHashSet.CreateRange(StringComparer.Ordinal, table.Columns), table.Indexes)
        {
            TableNames = table.TableNames,
            Schema = table.Schema,
            ColumnNames = table.ColumnNames,
            NavigationKeys = ImmutableDictionary.CreateRange(StringComparer.Ordinal, table.NavigationKeys),
            Navigations = navigations.ToImmutable(),
            QueryFilterColumns = table.QueryFilterColumns,
            GuessesQueryFilters = table.GuessesQueryFilters,
            HasFilterOnOtherTables = table.HasFilterOnOtherTables,
            Storage = table.Storage,
            IsSmall = table.IsSmall,
        };
    }

    private static string? AssemblyOf(INamedTypeSymbol type) => type.ContainingAssembly?.Name;
}
