using System.Collections.Immutable;

namespace PerfTooling.PlanOracle.Generation;

/// <summary>An index to be declared.</summary>
internal sealed record IndexPlan(ImmutableArray<ColumnPlan> Columns, IndexStyle Style)
{
    public bool IsUnique { get; init; }

    /// <summary>For each column whether it is descending; empty where none is.</summary>
    public ImmutableArray<bool> Descending { get; init; } = [];

    /// <summary>The SQL of a filtered index, or null.</summary>
    public string? Filter { get; init; }
}
