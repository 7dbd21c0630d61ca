using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Names the indexes that would turn a scan into a seek.</summary>
internal static class IndexAdvisor
{
    /// <summary>
    /// One index for a conjunction, its columns in the order equality → sort → range; one for each operand of an OR
    /// that alone causes the scan. Nothing where an index would help little.
    /// </summary>
    public static ImmutableArray<AdvisedIndex> Advise(TableShape shape, ImmutableArray<TableIndex> indexes, DatabaseTraits database)
    {
        var conjuncts = AccessPathFinder.Conjuncts(shape.Filter);
        if (ForConjunction(conjuncts, shape.Order, database) is { } index)
            return ImmutableArray.Create(index);

        foreach (var or in conjuncts.OfType<OrPredicate>())
        {
            var around = AccessPathFinder.Around(or, conjuncts, default);
            var union = AccessPathFinder.Operands(or)
                .Where(operand => AccessPathFinder.FindSeek(operand, indexes, database, around).IsEmpty)
                .Select(operand => ForConjunction(operand, ImmutableArray<SortKey>.Empty, database))
                .ToList();
            if (union.Count > 0 && union.TrueForAll(advised => advised is not null))
                return union.Select(advised => advised!).GroupBy(advised => advised.ToString()).Select(same => same.First()).ToImmutableArray();
        }

        return ImmutableArray<AdvisedIndex>.Empty;
    }

    /// <summary>The index that serves a conjunction and its order best; null where it would help little.</summary>
    public static AdvisedIndex? ForConjunction(ImmutableArray<Predicate> conjuncts, ImmutableArray<SortKey> order, DatabaseTraits database)
    {
        var predicates = Indexable(conjuncts, database).ToList();
        if (predicates.TrueForAll(predicate => predicate.HasFewValues))
            return null;

        // Columns of many values first: each narrows the search most, and such a prefix serves other queries too.
        var equalities = predicates.Where(predicate => predicate.Comparison is Comparison.Equality or Comparison.Truth).OrderBy(predicate => predicate.HasFewValues);
        var lists = predicates.Where(predicate => predicate.Comparison == Comparison.In);
        var prefix = equalities.Concat(lists).Select(predicate => new IndexColumn(predicate.Column)).Distinct().ToList();
        var range = predicates.Find(predicate => !predicate.IsEquality && !prefix.Exists(column => column.Name == predicate.Column))?.Column;
        var sort = SortColumns(order.TakeWhile(database.CanOrder).Where(key => !prefix.Exists(column => column.Name == key.Column)).ToList());

        // Without an equality before it, a sort key must not come before the range: the index could no longer seek.
        // After a list of values the rows don't come in the index's order: sorting is left to the database.
        if (lists.Any() || (prefix.Count == 0 && range is not null && sort.FirstOrDefault().Name != range))
            sort = [];

        var columns = prefix.Concat(sort);
        if (range is not null && !sort.Exists(column => column.Name == range))
            columns = columns.Append(new IndexColumn(range));
        return new AdvisedIndex(columns.ToImmutableArray(), prefix.Count);
    }

    /// <summary>The query's own predicates that a seek could start from, given an index that starts with the column, and that are worth one.</summary>
    public static IEnumerable<ColumnPredicate> Indexable(ImmutableArray<Predicate> conjuncts, DatabaseTraits database) =>
        conjuncts.OfType<ColumnPredicate>()
            .Where(predicate => !predicate.IsOfQueryFilter && predicate.Comparison != Comparison.NotNull && database.CanSeek(predicate));

    /// <summary>An index for each predicate on its own: any of them may be missing from the query.</summary>
    public static ImmutableArray<AdvisedIndex> ForEach(ImmutableArray<ColumnPredicate> predicates) =>
        predicates.Where(predicate => !predicate.HasFewValues)
            .GroupBy(predicate => predicate.Column)
            .Select(same => new AdvisedIndex(ImmutableArray.Create(new IndexColumn(same.Key)), same.Any(predicate => predicate.IsEquality) ? 1 : 0))
            .ToImmutableArray();

    /// <summary>The index that delivers an order; null where none can.</summary>
    public static AdvisedIndex? ForOrder(ImmutableArray<SortKey> order, DatabaseTraits database) =>
        SortColumns(order.TakeWhile(database.CanOrder).ToList()) is { Count: > 0 } columns ? new AdvisedIndex(columns.ToImmutableArray(), 0) : null;

    /// <summary>The columns of an order. An index can be read backwards, so only a mixed order needs descending columns.</summary>
    private static List<IndexColumn> SortColumns(List<SortKey> order)
    {
        var isMixed = order.Exists(key => key.IsDescending) && order.Exists(key => !key.IsDescending);
        return order.Select(key => new IndexColumn(key.Column, isMixed && key.IsDescending)).GroupBy(column => column.Name).Select(same => same.First()).ToList();
    }
}
