using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.References;

/// <summary>
/// Neither a snapshot nor a script knows the query filters of a model (<c>HasQueryFilter(o => o.TenantId == …)</c>), and one of them may be what
/// an index serves. What a filter tests it tests in many tables: so a column that leads an index, and that occurs in more than one table, is
/// taken for one that a filter may test.
/// </summary>
internal static class PossibleFilters
{
    /// <summary>The columns that query filters may test.</summary>
    /// <param name="indexes">The table's keys and indexes.</param>
    /// <param name="tablesWith">In how many tables a column of that name occurs.</param>
    public static ImmutableArray<string> Of(ImmutableArray<TableIndex> indexes, Func<string, int> tablesWith) => indexes
        .Where(index => index.Origin != IndexOrigin.Key || index.Columns.Length > 1)
        .Select(index => index.Columns[0].Name)
        .Where(column => tablesWith(column) > 1)
        .Distinct()
        .OrderBy(column => column, StringComparer.Ordinal)
        .ToImmutableArray();
}
