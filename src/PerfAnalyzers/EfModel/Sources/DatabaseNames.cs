using System.Collections.Immutable;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>What a table and its columns are called in the database, as far as code and EF Core's conventions say it.</summary>
internal static class DatabaseNames
{
    /// <summary>The table with its names.</summary>
    public static EntityTable Name(EntityTable table, EntityDraft entity, ContextDraft context)
    {
        var parts = TableColumns.Parts(entity).ToDictionary(part => part.Path, part => part.Part, StringComparer.Ordinal);
        return table with
        {
            TableNames = ImmutableArray.Create(TableNames.Of(entity)),
            Schema = SchemaOf(entity) ?? context.DefaultSchema,
            ColumnNames = Renamed(table.Columns.Select(column => new KeyValuePair<string, string>(column, ColumnOf(column)))),
        };

        string ColumnOf(string column)
        {
            var end = column.LastIndexOf('.') + 1;
            if (end == 0 || !parts.TryGetValue(column.Substring(0, end), out var part))
                return ColumnNames.Of(entity, column);
            var property = column.Substring(end);
            return ColumnNames.Of(part, property) is var name && name != property ? name : InPart(column);
        }
    }

    /// <summary>The columns whose name isn't their property's. A part's member has its path before it (<c>Head_City</c>) unless a name is said.</summary>
    public static ImmutableDictionary<string, string> Renamed(IEnumerable<KeyValuePair<string, string>> columns)
    {
        var renamed = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var name = column.Key.EndsWith("." + column.Value, StringComparison.Ordinal) ? InPart(column.Key) : column.Value;
            if (name != column.Key)
                renamed[column.Key] = name;
        }
        return renamed.ToImmutable();
    }

    private static string InPart(string path) => path.Replace('.', '_');

    private static string? SchemaOf(EntityDraft entity) =>
        entity.Schema ?? (entity is { Table: null, Base: { } parent, Mapping: HierarchyMapping.Tph } ? SchemaOf(parent) : null);
}
