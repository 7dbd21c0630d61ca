using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Finds the most specific reason for a scan that is certain.</summary>
internal static class ScanExplainer
{
    /// <summary>Explains why no index seeks for <paramref name="conjuncts"/>.</summary>
    public static Scan Explain(ImmutableArray<Predicate> conjuncts, ImmutableArray<TableIndex> indexes, DatabaseTraits database)
    {
        if (OperandOfOr(conjuncts, indexes, database) is { } operandOfOr)
            return operandOfOr;

        var own = conjuncts.Where(conjunct => conjunct is not ColumnPredicate { IsOfQueryFilter: true }).ToImmutableArray();
        if (Expression(own, conjuncts, indexes, database) is { } expression)
            return expression;

        var columns = IndexAdvisor.Indexable(own, database).ToImmutableArray();
        if (columns.All(predicate => predicate.HasFewValues))
            columns = ColumnsOfOrs(own, database);
        if (columns.All(predicate => predicate.HasFewValues))
            return TextSearch(own, database) ?? new Scan(ScanReason.NothingToIndex, own.Where(IsNamed).OrderBy(IsNotNull).FirstOrDefault() ?? own.FirstOrDefault());

        foreach (var column in columns)
        {
            if (indexes.FirstOrDefault(index => index.IsBTree && index.Columns.Skip(1).Any(held => held.Name == column.Column)) is { } skipped)
                return new Scan(ScanReason.LeadingColumnNotConstrained, column) { Columns = columns, Index = skipped };
        }

        return new Scan(ScanReason.NoIndex, columns[0]) { Columns = columns };
    }

    private static Scan? OperandOfOr(ImmutableArray<Predicate> conjuncts, ImmutableArray<TableIndex> indexes, DatabaseTraits database)
    {
        foreach (var or in conjuncts.OfType<OrPredicate>())
        {
            var around = AccessPathFinder.Around(or, conjuncts, default);
            var bySeek = AccessPathFinder.Operands(or).ToLookup(operand => !AccessPathFinder.FindSeek(operand, indexes, database, around).IsEmpty);
            if (!bySeek[true].Any() || !bySeek[false].Any())
                continue;

            // Where an index wouldn't help the operand, the reason why is more specific than the OR.
            var worst = Explain(bySeek[false].First(), indexes, database);
            return worst.Reason is ScanReason.NoIndex or ScanReason.LeadingColumnNotConstrained
                ? new Scan(ScanReason.OperandOfOr, worst.Culprit) { Columns = bySeek[false].SelectMany(operand => IndexAdvisor.Indexable(operand, database)).ToImmutableArray() }
                : worst;
        }

        return null;
    }

    /// <summary>An expression on a column which, were it compared itself, an index could seek by.</summary>
    private static Scan? Expression(ImmutableArray<Predicate> own, ImmutableArray<Predicate> conjuncts, ImmutableArray<TableIndex> indexes, DatabaseTraits database)
    {
        foreach (var expression in own.OfType<ColumnExpressionPredicate>())
        {
            if (expression.Comparison is Comparison.Inequality or Comparison.NotNull)
                continue;
            var plain = conjuncts.Add(new ColumnPredicate(expression.Column, Comparison.Equality, expression.Site));
            if (AccessPathFinder.FindSeek(plain, indexes, database) is [var use, ..])
                return new Scan(ScanReason.ExpressionOnColumn, expression) { Index = use.Index };
        }

        return null;
    }

    private static Scan? TextSearch(ImmutableArray<Predicate> own, DatabaseTraits database)
    {
        var search = own.Concat(own.OfType<OrPredicate>().SelectMany(or => or.Operands).SelectMany(operand => AccessPathFinder.Conjuncts(operand)))
            .FirstOrDefault(predicate => predicate is TextSearchPredicate || (predicate is ColumnPredicate { Comparison: Comparison.Prefix } prefix && !database.CanSeek(prefix)));
        return search is null ? null : new Scan(ScanReason.TextSearch, search);
    }

    /// <summary>The columns that the operands of ORs test, where every operand tests one: an index on each would serve the OR.</summary>
    private static ImmutableArray<ColumnPredicate> ColumnsOfOrs(ImmutableArray<Predicate> conjuncts, DatabaseTraits database)
    {
        foreach (var or in conjuncts.OfType<OrPredicate>())
        {
            var operands = AccessPathFinder.Operands(or).Select(operand => IndexAdvisor.Indexable(operand, database).ToImmutableArray()).ToList();
            if (operands.Count > 0 && operands.TrueForAll(columns => columns.Any(predicate => !predicate.HasFewValues)))
                return operands.SelectMany(columns => columns).ToImmutableArray();
        }

        return ImmutableArray<ColumnPredicate>.Empty;
    }

    /// <summary>True for the test that often only guards another one.</summary>
    private static bool IsNotNull(Predicate predicate) => predicate is ColumnPredicate { Comparison: Comparison.NotNull };

    /// <summary>True for a predicate that stands at a place of its own in the query.</summary>
    private static bool IsNamed(Predicate predicate) => predicate is ColumnPredicate or ColumnExpressionPredicate;
}
