using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;
using PerfAnalyzers.EfModel.Facts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Indexes that only a migration's SQL text knows: their tables are known in part.</summary>
internal static class RawSql
{
    private const string Reason = "an index is created by raw SQL in a migration";

    public static void Apply(ContextDraft context, IEnumerable<RawIndex> indexes, IReadOnlyList<(string Name, INamedTypeSymbol Entity)> sets)
    {
        foreach (var index in indexes)
        {
            var entities = index.Table is { } table ? context.Entities.Where(entity => IsTable(entity, table, sets)).ToList() : [];
            foreach (var entity in entities)
                context.NotUnderstood(entity, Reason);
            if (entities.Count == 0)
                context.NotUnderstood(null, Reason);
        }
    }

    private static bool IsTable(EntityDraft entity, string table, IReadOnlyList<(string Name, INamedTypeSymbol Entity)> sets) =>
        Same(entity.Table, table)
        || (entity.Table is null && (Same(entity.Name, table) || sets.Any(set => Same(set.Name, table) && SymbolEqualityComparer.Default.Equals(set.Entity, entity.Symbol))));

    /// <summary>Compares names without case and underscores, for the sake of naming conventions.</summary>
    private static bool Same(string? name, string table) => name is not null && Plain(name).Equals(Plain(table), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Replace("_", "");
}
