using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>
/// Decides what the best index can do for a filter. It speaks of what an index <em>can</em> do in every supported database,
/// not of what a planner will choose: a B-tree seeks when its leading column is compared with ==, IN or a range.
/// </summary>
internal static class AccessPathFinder
{
    /// <summary>Finds the access path for the conjunction <paramref name="filter"/>.</summary>
    public static AccessPath Find(ImmutableArray<Predicate> filter, ImmutableArray<TableIndex> indexes)
    {
        var conjuncts = Conjuncts(filter);
        var uses = FindSeek(conjuncts, indexes);
        if (!uses.IsEmpty)
            return new Seek(uses);

        return WhyUndetermined(conjuncts, indexes) is { } reason
            ? new Undetermined(reason)
            : ExplainScan(conjuncts, indexes);
    }

    /// <summary>The operands of <paramref name="filter"/> with nested ANDs opened up.</summary>
    public static ImmutableArray<Predicate> Conjuncts(ImmutableArray<Predicate> filter)
    {
        var conjuncts = ImmutableArray.CreateBuilder<Predicate>();
        var open = new Stack<Predicate>(filter.Reverse());
        while (open.Count > 0)
        {
            if (open.Pop() is var predicate && predicate is AndPredicate and)
            {
                foreach (var operand in and.Operands.Reverse())
                    open.Push(operand);
            }
            else
            {
                conjuncts.Add(predicate);
            }
        }

        return conjuncts.ToImmutable();
    }

    private static ImmutableArray<IndexUse> FindSeek(ImmutableArray<Predicate> conjuncts, ImmutableArray<TableIndex> indexes)
    {
        var best = indexes
            .Where(Serves)
            .Select(index => new IndexUse(index, ColumnsUsed(index, conjuncts)))
            .Where(use => use.ColumnsUsed > 0)
            .OrderByDescending(use => use.ColumnsUsed)
            .FirstOrDefault();
        if (best is not null)
            return ImmutableArray.Create(best);

        foreach (var or in conjuncts.OfType<OrPredicate>())
        {
            var union = or.Operands.Select(operand => FindSeek(Conjuncts(ImmutableArray.Create(operand)), indexes)).ToList();
            if (union.TrueForAll(uses => !uses.IsEmpty))
                return union.SelectMany(uses => uses).ToImmutableArray();
        }

        return ImmutableArray<IndexUse>.Empty;
    }

    /// <summary>An index that every query of its leading column can use.</summary>
    private static bool Serves(TableIndex index) => index.IsBTree && !index.IsFiltered;

    /// <summary>How many leading columns a seek uses: those compared for equality, and one range after them.</summary>
    private static int ColumnsUsed(TableIndex index, ImmutableArray<Predicate> conjuncts)
    {
        var used = 0;
        foreach (var column in index.Columns)
        {
            var comparisons = conjuncts.OfType<ColumnPredicate>()
                .Where(predicate => predicate.IsSargable && predicate.Column == column.Name)
                .Select(predicate => predicate.Comparison)
                .ToList();
            if (comparisons.Count == 0)
                break;

            used++;
            if (comparisons.TrueForAll(comparison => comparison == Comparison.Range))
                break;
        }

        return used;
    }

    private static string? WhyUndetermined(ImmutableArray<Predicate> conjuncts, ImmutableArray<TableIndex> indexes)
    {
        if (indexes.FirstOrDefault(index => !Serves(index)) is { } special)
            return $"the {(special.IsFiltered ? "filtered" : special.Method)} index {special} might serve it";

        foreach (var conjunct in conjuncts)
        {
            if (conjunct is UnknownPredicate unknown)
                return unknown.Reason;

            if (conjunct is not OrPredicate or)
                continue;

            foreach (var operand in or.Operands)
            {
                var inner = Conjuncts(ImmutableArray.Create(operand));
                if (inner.All(predicate => predicate is RowIndependentPredicate))
                    return "an operand of the OR tests no column";
                if (WhyUndetermined(inner, ImmutableArray<TableIndex>.Empty) is { } reason)
                    return reason;
            }
        }

        return null;
    }

    private static Scan ExplainScan(ImmutableArray<Predicate> conjuncts, ImmutableArray<TableIndex> indexes)
    {
        var columns = conjuncts.OfType<ColumnPredicate>().Where(predicate => predicate.IsSargable).ToImmutableArray();
        if (columns.IsEmpty || columns.All(predicate => predicate.Site == ColumnPredicate.QueryFilterSite))
            columns = ColumnsOfOrs(conjuncts);

        if (columns.All(predicate => predicate.HasFewValues || predicate.Site == ColumnPredicate.QueryFilterSite))
            return new Scan(ScanReason.NothingToIndex, ImmutableArray<ColumnPredicate>.Empty);

        if (conjuncts.OfType<OrPredicate>().Any(or => or.Operands.Any(operand => !FindSeek(Conjuncts(ImmutableArray.Create(operand)), indexes).IsEmpty)))
            return new Scan(ScanReason.OperandOfOr, columns);

        var skipped = columns
            .Where(predicate => predicate.Site != ColumnPredicate.QueryFilterSite)
            .SelectMany(predicate => indexes
                .Where(index => index.Columns.Skip(1).Any(column => column.Name == predicate.Column))
                .Select(index => new SkippedIndex(index, predicate)))
            .FirstOrDefault();
        return skipped is null
            ? new Scan(ScanReason.NoIndex, columns)
            : new Scan(ScanReason.LeadingColumnNotConstrained, columns) { Skipped = skipped };
    }

    /// <summary>The columns that the operands of ORs test, where every operand tests one: an index on each would serve the OR.</summary>
    private static ImmutableArray<ColumnPredicate> ColumnsOfOrs(ImmutableArray<Predicate> conjuncts)
    {
        foreach (var or in conjuncts.OfType<OrPredicate>())
        {
            var operands = or.Operands
                .Select(operand => Conjuncts(ImmutableArray.Create(operand)).OfType<ColumnPredicate>().Where(predicate => predicate.IsSargable).ToList())
                .ToList();
            if (operands.TrueForAll(columns => columns.Exists(predicate => !predicate.HasFewValues)))
                return operands.SelectMany(columns => columns).ToImmutableArray();
        }

        return ImmutableArray<ColumnPredicate>.Empty;
    }
}
