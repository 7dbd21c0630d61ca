using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>
/// Decides what the best index can do for a filter. It speaks of what an index <em>can</em> do, not of what a planner will choose:
/// a B-tree seeks when its leading column is compared with ==, IN or a range.
/// </summary>
internal static class AccessPathFinder
{
    /// <summary>Finds the access path for the conjunction <paramref name="filter"/>.</summary>
    public static AccessPath Find(ImmutableArray<Predicate> filter, ImmutableArray<TableIndex> indexes, DatabaseTraits database)
    {
        var conjuncts = Conjuncts(filter);
        var uses = FindSeek(conjuncts, indexes, database);
        if (!uses.IsEmpty)
            return new Seek(uses);

        return WhyUndetermined(conjuncts, indexes, database) is { } reason
            ? new Undetermined(reason)
            : ScanExplainer.Explain(conjuncts, indexes, database);
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

    /// <summary>The conjuncts of one predicate.</summary>
    public static ImmutableArray<Predicate> Conjuncts(Predicate predicate) => Conjuncts(ImmutableArray.Create(predicate));

    /// <summary>
    /// The operands of an OR that tell something about a row. A variable compared with null isn't among them: EF Core leaves it out of the SQL.
    /// </summary>
    public static IEnumerable<ImmutableArray<Predicate>> Operands(OrPredicate or) =>
        or.Operands.Select(Conjuncts).Where(operand => !operand.All(predicate => predicate is RowIndependentPredicate));

    /// <summary>The index that a seek for all of <paramref name="conjuncts"/> uses, or one for each operand of an OR; empty if there is none.</summary>
    /// <param name="given">The conditions around the OR that the conjuncts are an operand of.</param>
    public static ImmutableArray<IndexUse> FindSeek(
        ImmutableArray<Predicate> conjuncts, ImmutableArray<TableIndex> indexes, DatabaseTraits database, ImmutableArray<Predicate> given = default)
    {
        var best = indexes
            .Select(index => new IndexUse(index, ColumnsUsed(index, conjuncts, database)))
            .Where(use => use.ColumnsUsed > 0 && IndexFitness.Judge(use.Index, conjuncts, given) == IndexFit.Serves)
            .OrderByDescending(use => FindsOneRow(use, conjuncts))
            .ThenByDescending(use => use.ColumnsUsed)
            .ThenByDescending(use => Narrowness(use, conjuncts))
            .FirstOrDefault();
        if (best is not null)
            return ImmutableArray.Create(best);

        foreach (var or in conjuncts.OfType<OrPredicate>())
        {
            var around = Around(or, conjuncts, given);
            var union = Operands(or).Select(operand => FindSeek(operand, indexes, database, around)).ToList();
            if (union.Count > 0 && union.TrueForAll(uses => !uses.IsEmpty) && !HasUnfoldedOperand(or))
                return union.SelectMany(uses => uses).ToImmutableArray();
        }

        return ImmutableArray<IndexUse>.Empty;
    }

    /// <summary>True when the seek is by every column of a unique index: there is nothing left to sort or filter.</summary>
    public static bool FindsOneRow(IndexUse use, ImmutableArray<Predicate> conjuncts) =>
        use.Index.IsUnique && use.Index.Columns.All(column => conjuncts.OfType<ColumnPredicate>().Any(predicate => predicate.Column == column.Name && predicate is { IsEquality: true, IsGuessed: false }));

    /// <summary>How few rows a seek is likely to find beside others by as many columns: a value that the query asks for says most, a query filter least.</summary>
    private static int Narrowness(IndexUse use, ImmutableArray<Predicate> conjuncts) =>
        use.Index.Columns.Take(use.ColumnsUsed).Sum(column => conjuncts.OfType<ColumnPredicate>().Where(predicate => predicate.Column == column.Name)
            .Select(predicate => predicate.IsOfQueryFilter || predicate.Comparison == Comparison.NotNull ? 0 : predicate.IsEquality && !predicate.IsNullTest ? 2 : 1).DefaultIfEmpty(0).Max());

    /// <summary>What holds of the rows beside the operand of <paramref name="or"/> that lets them through.</summary>
    public static ImmutableArray<Predicate> Around(OrPredicate or, ImmutableArray<Predicate> conjuncts, ImmutableArray<Predicate> given) =>
        given.IsDefaultOrEmpty ? conjuncts.Remove(or) : conjuncts.Remove(or).AddRange(given);

    /// <summary>How many leading columns a seek uses: those compared for equality, and one range after them.</summary>
    private static int ColumnsUsed(TableIndex index, ImmutableArray<Predicate> conjuncts, DatabaseTraits database)
    {
        var used = 0;
        foreach (var column in index.Columns)
        {
            var comparisons = conjuncts.OfType<ColumnPredicate>()
                .Where(predicate => predicate.Column == column.Name && database.CanSeek(predicate))
                .ToList();
            if (comparisons.Count == 0)
                return conjuncts.OfType<ColumnExpressionPredicate>().Any(predicate => predicate.Column == column.Name && database.CanSeek(predicate)) ? used + 1 : used;

            used++;
            if (comparisons.TrueForAll(predicate => !predicate.IsEquality))
                break;
        }

        return used;
    }

    /// <summary>True for <c>includeArchived || …</c>: the SQL tests the variable, and whether the rest can seek is for each database to see.</summary>
    private static bool HasUnfoldedOperand(OrPredicate or) =>
        or.Operands.Select(Conjuncts).Any(operand => operand.All(predicate => predicate is RowIndependentPredicate) && !operand.All(predicate => predicate is RowIndependentPredicate { IsNullTest: true }));

    private static string? WhyUndetermined(
        ImmutableArray<Predicate> conjuncts, ImmutableArray<TableIndex> indexes, DatabaseTraits database, ImmutableArray<Predicate> given = default)
    {
        if (indexes.FirstOrDefault(index => IndexFitness.Judge(index, conjuncts, given) == IndexFit.MightServe) is { } special)
            return $"the {(special.IsFiltered ? "filtered" : special.Method ?? "special")} index {special} might serve it";

        foreach (var conjunct in conjuncts)
        {
            if (conjunct is UnknownPredicate unknown)
                return unknown.Reason;

            if (conjunct is ColumnPredicate column && database.CannotTell(column))
                return $"whether an index finds the start of '{column.Column}' depends on its collation";

            if (conjunct is not OrPredicate or)
                continue;

            var operands = Operands(or).ToList();
            var around = Around(or, conjuncts, given);
            if (operands.Count > 0 && operands.TrueForAll(operand => !FindSeek(operand, indexes, database, around).IsEmpty))
                return "an operand of the OR tests no column";
            foreach (var operand in operands)
            {
                if (WhyUndetermined(operand, indexes, database, around) is { } reason)
                    return reason;
            }
        }

        return null;
    }
}
