using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries;

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
            if (FindScan(situation, database) is not (var table, var scan))
                return null;
            if (mildest is null || scan.Reason > mildest.Value.Scan.Reason)
                mildest = (table, scan, database);
        }

        if (mildest is not (var index, var found, var traits) || situation.Query.Tables[index] is not { Table: { } judged } resolved || situation.IsSmall(judged))
            return null;
        return IsLookedUpFromSmallTable(situation, index) ? null : ScanWording.Describe(situation, resolved.Shape, judged, found, traits);
    }

    /// <summary>True when a join with a small table may find the rows by index: a scan of the small one costs nothing.</summary>
    private static bool IsLookedUpFromSmallTable(QuerySituation situation, int table)
    {
        return situation.Query.Joins.Any(join =>
            (join.Inner == table && IsSmall(join.Outer) && MaySeek(join.InnerColumns)) || (join.Outer == table && IsSmall(join.Inner) && MaySeek(join.OuterColumns)));

        bool IsSmall(int other) => situation.Query.Tables[other].Table is { } entity && situation.IsSmall(entity);

        bool MaySeek(ImmutableArray<string> key) => key.IsEmpty || situation.Query.Tables[table].Indexes.Any(index => key.Contains(index.Columns[0].Name));
    }

    /// <summary>The table that is scanned for want of an index and why; null where any table of the query can be sought.</summary>
    private static (int Table, Scan Scan)? FindScan(QuerySituation situation, DatabaseTraits database)
    {
        (int Table, Scan Scan)? found = null;
        for (var i = 0; i < situation.Query.Tables.Length; i++)
        {
            var table = situation.Query.Tables[i];
            if (table.IsSubquery)
                continue;
            if (!table.IsKnown)
                return null;
            if (table.Shape.Filter.IsEmpty)
                continue;
            if (AccessPathFinder.Find(WithoutSubqueries(table.Shape.Filter, situation, database), table.Indexes, database) is not Scan scan)
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
    private static ImmutableArray<Predicate> WithoutSubqueries(ImmutableArray<Predicate> filter, QuerySituation situation, DatabaseTraits database, bool isInOr = false) =>
        filter.Select(predicate => Replace(predicate, situation, database, isInOr)).ToImmutableArray();

    /// <param name="isInOr">True inside an OR, where an EXISTS is never more than a test of each row.</param>
    private static Predicate Replace(Predicate predicate, QuerySituation situation, DatabaseTraits database, bool isInOr) => predicate switch
    {
        SubqueryPredicate subquery => !subquery.IsNegated && !(subquery.IsExists && (isInOr || !database.LeadsByExists)) && MayLead(subquery, situation, database)
            ? new UnknownPredicate("a subquery may lead to the rows")
            : new OpaquePredicate(subquery.Site),
        AndPredicate and => new AndPredicate(WithoutSubqueries(and.Operands, situation, database, isInOr)),
        OrPredicate or => new OrPredicate(WithoutSubqueries(or.Operands, situation, database, isInOr: true)),
        _ => predicate,
    };

    /// <summary>
    /// True unless it is certain that every table of the subquery would be scanned. Even then, once is enough for an IN: its values are
    /// looked up where an index starts with what they are held against.
    /// </summary>
    private static bool MayLead(SubqueryPredicate predicate, QuerySituation situation, DatabaseTraits database)
    {
        var (query, subquery) = (situation.Query, predicate.Table);
        if (!predicate.IsExists && query.Joins.Where(join => join.Inner == subquery && join.Kind == JoinKind.Subquery).Any(join =>
            join.OuterColumns.IsEmpty || query.Tables[join.Outer].Indexes.Any(index => index.Columns[0].Name == join.OuterColumns[0])))
        {
            return true;
        }

        var tables = new HashSet<int> { subquery };
        for (var grew = true; grew;)
            grew = query.Joins.Where(join => tables.Contains(join.Outer)).Aggregate(false, (any, join) => tables.Add(join.Inner) || any);

        return tables.Select(i => query.Tables[i]).Any(table =>
            !table.IsKnown
            || situation.IsSmall(table.Table!)
            || (!table.Shape.Filter.IsEmpty && AccessPathFinder.Find(table.Shape.Filter, table.Indexes, database) is not Scan));
    }
}
