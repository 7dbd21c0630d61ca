using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Rules;

/// <summary>PERF103: a few rows of an unfiltered table, in an order that no index delivers.</summary>
internal static class SortRule
{
    public static Diagnostic? Judge(QuerySituation situation)
    {
        var root = situation.Query.Root;
        if (!situation.Query.Query.IsCertain
            || root is not { IsKnown: true, Table: { } table, Shape: { HasLimit: true } shape }
            || situation.Query.LeadingKey is not var (sorted, key)
            || !sorted.IsKnown
            || situation.IsSmall(table)
            || situation.Query.Tables.Any(other => other.HasOwnFilter && !other.IsSubquery))
        {
            return null;
        }

        // A query filter may leave one value of the key, and nothing to sort by it.
        if (AccessPathFinder.Conjuncts(sorted.Shape.Filter).Any(predicate => predicate is ColumnPredicate filtered && filtered.Column == key.Column))
            return null;

        foreach (var database in situation.Databases)
        {
            // A query filter may narrow the rows to a few before they are sorted.
            if (SortPath.LeadingKeyIsServed(key, sorted.Shape.Filter, sorted.Indexes, database)
                || situation.Query.Tables.Any(other => !other.IsSubquery && !other.Shape.Filter.IsEmpty && AccessPathFinder.Find(other.Shape.Filter, other.Indexes, database) is not Scan))
            {
                return null;
            }
        }

        if (situation.SyntaxAt(key.Site) is not { } syntax)
            return null;
        var advice = IndexAdvisor.ForOrder(shape.Order, situation.Databases[0]) is { } advised ? ImmutableArray.Create(advised) : ImmutableArray<AdvisedIndex>.Empty;
        return situation.Report(
            Descriptors.SortNotServed,
            syntax.GetLocation(),
            table,
            shape.Order.Select(sort => sort.Column),
            advice,
            sorted.Table!.Entity.Name,
            $"'{key.Expression ?? key.Column}'",
            advice.IsEmpty ? "" : $"; an index on {advice[0]} would deliver them in order");
    }
}
