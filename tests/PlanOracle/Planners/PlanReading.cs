using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>What a plan says, in words that don't depend on the database.</summary>
/// <param name="Accesses">How each table is read.</param>
/// <param name="Sorts">True where the rows are sorted, and not even the leading sort key comes from an index.</param>
internal sealed record PlanReading(ImmutableArray<TableAccess> Accesses, bool Sorts)
{
    /// <summary>True where an index finds the rows by the query's own values.</summary>
    public bool Seeks => Accesses.Any(access => access.Drives && access.Kind is AccessKind.Seek or AccessKind.FilteredIndex);

    /// <summary>True where a table is read from end to end for each row of another one.</summary>
    public bool RepeatsScan => Accesses.Any(access => access is { IsRepeated: true, Kind: AccessKind.Scan });
}
