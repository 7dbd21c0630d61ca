using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfAnalyzers.AccessPaths;

/// <summary>Judges filtered indexes, access methods and operator classes: what an index must be before its columns matter.</summary>
internal static class IndexFitness
{
    private static readonly Regex s_notNull = new(@"^\(*\s*[\[""`]?(?<column>\w+)[\]""`]?\s+IS\s+NOT\s+NULL\s*\)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex s_and = new(@"\bAND\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Judges <paramref name="index"/> for the conjunction <paramref name="conjuncts"/>.</summary>
    /// <param name="given">What else is known to hold of the rows: the conditions around the OR that the conjuncts are an operand of.</param>
    public static IndexFit Judge(TableIndex index, ImmutableArray<Predicate> conjuncts, ImmutableArray<Predicate> given = default)
    {
        if (!IsAbout(index, conjuncts))
            return IndexFit.Useless;

        if (JudgeFilter(index, given.IsDefaultOrEmpty ? conjuncts : conjuncts.AddRange(given)) is var filter && filter != IndexFit.Serves)
            return filter;

        if (index.HasOperatorClass)
            return IndexFit.MightServe;

        if (index.IsBTree)
            return IndexFit.Serves;

        var tested = conjuncts.OfType<ColumnPredicate>().Where(predicate => predicate.Column == index.Columns[0].Name).ToList();
        return index.Method!.ToUpperInvariant() switch
        {
            "HASH" when index.Columns.Length == 1 && tested.Exists(predicate => predicate.Comparison is Comparison.Equality or Comparison.In) => IndexFit.Serves,
            "HASH" => IndexFit.Useless,

            // A GIN index looks into arrays, documents and texts; to a comparison of the column itself it is nothing.
            "GIN" => conjuncts.Any(IsNoComparison) ? IndexFit.MightServe : IndexFit.Useless,
            _ => IndexFit.MightServe,
        };
    }

    /// <summary>True when any conjunct tests a column that the index holds, or one in its filter.</summary>
    private static bool IsAbout(TableIndex index, ImmutableArray<Predicate> conjuncts) =>
        conjuncts.Any(conjunct => Columns(conjunct).Any(column =>
            index.Columns.Any(held => held.Name == column) || index.Filter is "" || index.Filter?.IndexOf(column, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>Judges whether the rows that <paramref name="conjuncts"/> let through are all among those that the index holds.</summary>
    public static IndexFit JudgeFilter(TableIndex index, ImmutableArray<Predicate> conjuncts)
    {
        if (index.Filter is null)
            return IndexFit.Serves;
        if (index.FilterColumns.Any(column => !conjuncts.Any(conjunct => Columns(conjunct).Contains(column))))
            return IndexFit.Useless;

        foreach (var term in s_and.Split(index.Filter))
        {
            if (s_notNull.Match(term.Trim()) is not { Success: true } match)
                return IndexFit.MightServe;

            // EF Core's own filter on a unique index speaks of the index's columns. A renamed column can't be told from another.
            var column = index.Columns.FirstOrDefault(held => held.Name.Equals(match.Groups["column"].Value, StringComparison.OrdinalIgnoreCase)).Name;
            if (column is null)
                return IndexFit.MightServe;
            if (!conjuncts.OfType<ColumnPredicate>().Any(predicate => predicate.Column == column && !predicate.IsNullTest))
                return conjuncts.Any(conjunct => conjunct is not ColumnPredicate && Columns(conjunct).Contains(column)) ? IndexFit.MightServe : IndexFit.Useless;
        }

        return IndexFit.Serves;
    }

    private static bool IsNoComparison(Predicate predicate) => predicate is not ColumnPredicate { Comparison: not Comparison.Prefix };

    // The reader bounds how deep predicates nest, so recursion is safe here.
    private static IEnumerable<string> Columns(Predicate predicate) => predicate switch
    {
        ColumnPredicate column => [column.Column],
        ColumnExpressionPredicate expression => [expression.Column],
        TextSearchPredicate text => [text.Column],
        AndPredicate and => and.Operands.SelectMany(Columns),
        OrPredicate or => or.Operands.SelectMany(Columns),
        _ => [],
    };
}
