using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Names the indexes that would turn a scan into a seek.</summary>
internal static class IndexAdvisor
{
    /// <summary>
    /// One index for a conjunction, its columns in the order equality → sort → range; one for each operand of an OR
    /// that alone causes the scan. Nothing where an index would help little.
    /// </summary>
    public static ImmutableArray<ImmutableArray<string>> Advise(TableShape shape)
    {
        var conjuncts = AccessPathFinder.Conjuncts(shape.Filter);
        var index = ForConjunction(conjuncts, shape.Order);
        if (!index.IsEmpty)
            return ImmutableArray.Create(index);

        foreach (var or in conjuncts.OfType<OrPredicate>())
        {
            var union = or.Operands
                .Select(operand => ForConjunction(AccessPathFinder.Conjuncts(ImmutableArray.Create(operand)), ImmutableArray<SortKey>.Empty))
                .ToList();
            if (union.TrueForAll(columns => !columns.IsEmpty))
                return Distinct(union);
        }

        return ImmutableArray<ImmutableArray<string>>.Empty;
    }

    private static ImmutableArray<string> ForConjunction(ImmutableArray<Predicate> conjuncts, ImmutableArray<SortKey> order)
    {
        var predicates = conjuncts.OfType<ColumnPredicate>()
            .Where(predicate => predicate.IsSargable && predicate.Site != ColumnPredicate.QueryFilterSite)
            .ToList();
        if (predicates.TrueForAll(predicate => predicate.HasFewValues))
            return ImmutableArray<string>.Empty;

        // Columns of many values first: each narrows the search most, and such a prefix serves other queries too.
        var equalities = predicates.Where(predicate => predicate.Comparison == Comparison.Equality).OrderBy(predicate => predicate.HasFewValues);
        var lists = predicates.Where(predicate => predicate.Comparison == Comparison.In);
        var prefix = equalities.Concat(lists).Select(predicate => predicate.Column).ToList();
        var range = predicates.Find(predicate => predicate.Comparison == Comparison.Range)?.Column;
        var sort = order.Select(key => key.Column).ToList();

        // Without an equality before it, a sort key must not come before the range: the index could no longer seek.
        if (prefix.Count == 0 && range is not null && sort.FirstOrDefault() != range)
            return ImmutableArray.Create(range);

        return prefix.Concat(sort).Concat(range is null ? [] : [range]).Distinct().ToImmutableArray();
    }

    private static ImmutableArray<ImmutableArray<string>> Distinct(IEnumerable<ImmutableArray<string>> indexes) =>
        indexes.GroupBy(columns => string.Join(",", columns)).Select(same => same.First()).ToImmutableArray();
}
