using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Finds the composite index that would serve a whole query of which today's index serves only a part.</summary>
internal static class CompositeAdvisor
{
    /// <summary>The index to have instead of, or beside, the one that seeks; null where nothing better is worth naming.</summary>
    public static CompositeAdvice? Advise(TableShape shape, Seek seek, ImmutableArray<TableIndex> indexes, DatabaseTraits database)
    {
        var conjuncts = AccessPathFinder.Conjuncts(shape.Filter);
        if (shape.HasUnreadOrder || seek.Uses is not [var use] || AccessPathFinder.FindsOneRow(use, conjuncts) || IsGuessed(use, conjuncts) || conjuncts.Any(conjunct => conjunct is UnknownPredicate or OrPredicate))
            return null;

        if (IndexAdvisor.ForConjunction(conjuncts, shape.Order, database) is not { } ideal || ideal.Columns.Length < 2)
            return null;

        // A sort key before the range leaves the range to be tested row by row: no gain where today's index seeks by it.
        if (AccessPathFinder.FindSeek(conjuncts, ImmutableArray.Create(ideal.ToTableIndex()), database) is not [var then] || then.ColumnsUsed < use.ColumnsUsed)
            return null;

        // A bool beside the rest narrows too little to be worth an index of its own.
        var left = conjuncts.OfType<ColumnPredicate>()
            .Where(predicate => !predicate.IsOfQueryFilter && database.CanSeek(predicate) && predicate.Comparison is not (Comparison.Truth or Comparison.NotNull))
            .Where(predicate => !use.Index.Columns.Take(use.ColumnsUsed).Any(column => column.Name == predicate.Column))
            .Where(predicate => ideal.Columns.Any(column => column.Name == predicate.Column))
            .ToList();
        var sorts = !shape.Order.IsEmpty && !HasSort(use.Index, conjuncts, shape.Order, indexes, database) && HasSort(ideal.ToTableIndex(), conjuncts, shape.Order, indexes, database);
        if (left.Count == 0 && !sorts)
            return null;

        // Another index may do what the seek that uses most columns does not.
        if (indexes.Any(index => index.IsBTree && IndexFitness.JudgeFilter(index, conjuncts) != IndexFit.Useless && Covers(index, ideal)))
            return null;

        // By what every row found has the same of, there is nothing to sort.
        var unsorted = shape.Order.Select(key => key.Column)
            .Where(column => !use.Index.Columns.Take(use.ColumnsUsed).Any(held => held.Name == column && conjuncts.OfType<ColumnPredicate>().Any(predicate =>
                predicate.Column == column && predicate.Comparison == Comparison.Equality)));
        var site = left.Count > 0 ? left[0].Site : shape.Order[0].Site;
        var extended = indexes.Where(index => index.IsBTree && !index.IsFiltered && !index.IsUnique && IsExtendedBy(index, ideal))
            .OrderByDescending(index => index.Columns.Length)
            .ThenByDescending(index => ReferenceEquals(index, use.Index))
            .FirstOrDefault();
        return new CompositeAdvice(extended is null ? ideal : StartingWith(extended, ideal), use.Index, site)
        {
            Extended = extended,
            Filter = left.FirstOrDefault(),
            Left = left.Select(predicate => predicate.Column).Concat(sorts ? unsorted : []).Distinct().ToImmutableArray(),
        };
    }

    /// <summary>True when a column of the seek may not be compared at all.</summary>
    private static bool IsGuessed(IndexUse use, ImmutableArray<Predicate> conjuncts) =>
        use.Index.Columns.Take(use.ColumnsUsed).Any(column => conjuncts.OfType<ColumnPredicate>().Where(predicate => predicate.Column == column.Name).All(predicate => predicate.IsGuessed));

    private static bool HasSort(TableIndex index, ImmutableArray<Predicate> conjuncts, ImmutableArray<SortKey> order, ImmutableArray<TableIndex> indexes, DatabaseTraits database)
    {
        var equalities = index.Columns.TakeWhile(column => conjuncts.OfType<ColumnPredicate>().Any(predicate =>
            predicate.Column == column.Name && predicate.Comparison is Comparison.Equality or Comparison.Truth)).Count();
        return SortPath.Delivers(index, equalities, order, indexes, database);
    }

    /// <summary>True when the index starts with the advised columns; those compared for equality may come in any order.</summary>
    private static bool Covers(TableIndex index, AdvisedIndex ideal) =>
        index.Columns.Length >= ideal.Columns.Length
        && index.Columns.Take(ideal.Interchangeable).Select(column => column.Name).OrderBy(name => name, StringComparer.Ordinal)
            .SequenceEqual(ideal.Columns.Take(ideal.Interchangeable).Select(column => column.Name).OrderBy(name => name, StringComparer.Ordinal))
        && index.Columns.Skip(ideal.Interchangeable).Take(ideal.Columns.Length - ideal.Interchangeable).Select(column => column.Name)
            .SequenceEqual(ideal.Columns.Skip(ideal.Interchangeable).Select(column => column.Name));

    /// <summary>The advised index with its free columns in the order of the one it extends, so that it serves whatever that one serves.</summary>
    private static AdvisedIndex StartingWith(TableIndex extended, AdvisedIndex ideal) => ideal with
    {
        Columns = extended.Columns.AddRange(ideal.Columns.Where(column => !extended.Columns.Any(held => held.Name == column.Name))),
    };

    private static bool IsExtendedBy(TableIndex index, AdvisedIndex ideal) =>
        index.Columns.Length < ideal.Columns.Length
        && index.Columns.Take(ideal.Interchangeable).All(column => ideal.Columns.Take(ideal.Interchangeable).Any(advised => advised.Name == column.Name))
        && index.Columns.Skip(ideal.Interchangeable).SequenceEqual(ideal.Columns.Skip(ideal.Interchangeable).Take(Math.Max(0, index.Columns.Length - ideal.Interchangeable)));
}
