using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Rules.Resolution;

namespace PerfAnalyzers.Rules;

/// <summary>PERF107: a join or correlated subquery whose key no index of either side holds.</summary>
internal static class JoinRule
{
    public static IEnumerable<Diagnostic> Judge(QuerySituation situation)
    {
        if (!situation.Query.Query.IsCertain)
            yield break;

        foreach (var join in situation.Query.Joins)
        {
            var outer = situation.Query.Tables[join.Outer];
            var inner = situation.Query.Tables[join.Inner];
            if (join.InnerColumns.IsEmpty || join.Site < 0 || !outer.IsKnown || !inner.IsKnown
                || situation.IsSmall(outer.Table!) || situation.IsSmall(inner.Table!)
                || situation.Databases.Any(database => CanSeek(outer, join.OuterColumns, database) || CanSeek(inner, join.InnerColumns, database))
                || situation.SyntaxAt(join.Site) is not { } syntax)
            {
                continue;
            }

            var advised = new AdvisedIndex(join.InnerColumns.Select(column => new IndexColumn(column)).ToImmutableArray(), join.InnerColumns.Length);
            yield return situation.Report(
                Descriptors.JoinKeyNotIndexed, syntax.GetLocation(), inner.Table!, join.InnerColumns, ImmutableArray.Create(advised), outer.Table!.Entity.Name, inner.Table!.Entity.Name, advised);
        }
    }

    /// <summary>True unless it is certain that rows of the table can be found neither by their own filter nor by the key.</summary>
    private static bool CanSeek(ResolvedTable table, ImmutableArray<string> key, DatabaseTraits database)
    {
        var byKey = key.Select(Predicate (column) => new ColumnPredicate(column, Comparison.Equality, ColumnPredicate.QueryFilterSite));
        return AccessPathFinder.Find(table.Shape.Filter.AddRange(byKey), table.Indexes, database) is not Scan;
    }
}
