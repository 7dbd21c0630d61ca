using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Rules.Resolution;

namespace PerfAnalyzers.Rules;

/// <summary>PERF101, 102, 105, 106, 110 and 111: a filter that no index can seek, told by its most specific reason.</summary>
internal static class FilterRule
{
    /// <summary>The diagnostic, or null where an index can seek, where that isn't known, or where the table is small.</summary>
    public static Diagnostic? Judge(QuerySituation situation)
    {
        if (!situation.Query.Tables.Any(table => !table.IsSubquery && table.HasOwnFilter))
            return null;

        (int Table, Scan Scan, DatabaseTraits Database)? mildest = null;
        foreach (var database in situation.Databases)
        {
            if (FindScan(situation.Query, database) is not (var table, var scan))
                return null;
            if (mildest is null || scan.Reason > mildest.Value.Scan.Reason)
                mildest = (table, scan, database);
        }

        if (mildest is not (var index, var found, var traits) || situation.Query.Tables[index] is not { Table: { } judged } resolved || situation.IsSmall(judged))
            return null;
        return ScanWording.Describe(situation, resolved.Shape, judged, found, traits);
    }

    /// <summary>The table that is scanned for want of an index and why; null where any table of the query can be sought.</summary>
    private static (int Table, Scan Scan)? FindScan(ResolvedQuery query, DatabaseTraits database)
    {
        (int Table, Scan Scan)? found = null;
        for (var i = 0; i < query.Tables.Length; i++)
        {
            var table = query.Tables[i];
            if (table.IsSubquery || table.Shape.Filter.IsEmpty)
                continue;
            if (!table.IsKnown || AccessPathFinder.Find(WithoutSubqueries(table.Shape.Filter, query, database), table.Indexes, database) is not Scan scan)
                return null;
            if (table.HasOwnFilter && scan.Culprit is not null && (found is null || scan.Reason < found.Value.Scan.Reason))
                found = (i, scan);
        }

        return found;
    }

    /// <summary>
    /// A subquery that must find a row may be read first, and lead to the rows of the query: nothing can be said then. One that must find
    /// none has to be asked for every row.
    /// </summary>
    private static ImmutableArray<Predicate> WithoutSubqueries(ImmutableArray<Predicate> filter, ResolvedQuery query, DatabaseTraits database) =>
        filter.Select(predicate => Replace(predicate, query, database)).ToImmutableArray();

    private static Predicate Replace(Predicate predicate, ResolvedQuery query, DatabaseTraits database) => predicate switch
    {
        SubqueryPredicate { IsNegated: true } => new RowDependentPredicate(),
        SubqueryPredicate subquery when query.Tables[subquery.Table] is var inner
            && (!inner.IsKnown || !inner.Shape.Filter.IsEmpty && AccessPathFinder.Find(inner.Shape.Filter, inner.Indexes, database) is not Scan) =>
            new UnknownPredicate("a subquery may lead to the rows"),
        SubqueryPredicate => new RowDependentPredicate(),
        AndPredicate and => new AndPredicate(WithoutSubqueries(and.Operands, query, database)),
        OrPredicate or => new OrPredicate(WithoutSubqueries(or.Operands, query, database)),
        _ => predicate,
    };
}
