using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Whether an index can deliver rows in a query's order.</summary>
internal static class SortPath
{
    /// <summary>
    /// True when <paramref name="index"/> delivers the rows of one equality prefix (its first <paramref name="equalities"/> columns fixed)
    /// in this order, read forwards or backwards.
    /// </summary>
    public static bool Delivers(TableIndex index, int equalities, ImmutableArray<SortKey> order, DatabaseTraits database)
    {
        var position = equalities;
        bool? backwards = null;
        var fixedColumns = index.Columns.Take(equalities).Select(column => column.Name).ToImmutableArray();
        foreach (var key in order)
        {
            if (fixedColumns.Contains(key.Column))
                continue;
            if (position == index.Columns.Length)
                return index.IsUnique;
            var column = index.Columns[position++];
            if (column.Name != key.Column || !database.CanOrder(key))
                return false;
            var isReversed = column.IsDescending != key.IsDescending;
            if (isReversed != (backwards ??= isReversed))
                return false;
        }

        return true;
    }

    /// <summary>As above, where an index of this table may hold the table's key after its own columns.</summary>
    public static bool Delivers(TableIndex index, int equalities, ImmutableArray<SortKey> order, ImmutableArray<TableIndex> indexes, DatabaseTraits database) =>
        Delivers(index, equalities, order, database)
        || (database.AppendsKey && indexes.Any(key => key.Origin == IndexOrigin.Key && Delivers(index with { Columns = WithKey(index, key) }, equalities, order, database)));

    /// <summary>
    /// True when some index that holds every row the filter lets through starts with the leading sort key, or may do so, so that a limit stops
    /// the reading early.
    /// </summary>
    public static bool LeadingKeyIsServed(SortKey key, ImmutableArray<Predicate> filter, ImmutableArray<TableIndex> indexes, DatabaseTraits database) =>
        database.CanOrder(key)
        && indexes.Any(index => index.Columns[0].Name == key.Column && index.IsBTree && IndexFitness.JudgeFilter(index, AccessPathFinder.Conjuncts(filter)) != IndexFit.Useless);

    private static ImmutableArray<IndexColumn> WithKey(TableIndex index, TableIndex key) =>
        index.Columns.AddRange(key.Columns.Where(column => !index.Columns.Any(held => held.Name == column.Name)));
}
