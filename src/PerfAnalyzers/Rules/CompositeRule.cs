using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Rules;

/// <summary>PERF104: an index seeks, and a composite one would leave nothing to be filtered or sorted row by row.</summary>
internal static class CompositeRule
{
    public static Diagnostic? Judge(QuerySituation situation)
    {
        var root = situation.Query.Root;
        if (!situation.Query.Query.IsCertain
            || root is not { IsKnown: true, Table: { } table, HasOwnFilter: true, Shape: var shape }
            || situation.IsSmall(table)
            || situation.Query.Tables.Skip(1).Any(other => other.HasOwnFilter && !other.IsSubquery))
        {
            return null;
        }

        CompositeAdvice? advice = null;
        foreach (var database in situation.Databases)
        {
            if (AccessPathFinder.Find(shape.Filter, root.Indexes, database) is not Seek seek || CompositeAdvisor.Advise(shape, seek, root.Indexes, database) is not { } found)
                return null;
            advice ??= found;
        }

        if (advice is null || (advice.Filter is { } filter ? situation.OperandAt(filter) : situation.SyntaxAt(advice.Site)) is not { } syntax)
            return null;
        var how = advice.Extended is { } extended ? $"extending {extended} to {advice.Index}" : $"an index on {advice.Index}";
        return situation.Report(
            Descriptors.CompositeIndexWouldServe,
            syntax.GetLocation(),
            table,
            advice.Left,
            ImmutableArray.Create(advice.Index),
            table.Entity.Name,
            advice.Today,
            string.Join(", ", advice.Left.Select(column => $"'{column}'")),
            how);
    }
}
