using PerfAnalyzers.Queries.Elements;
using PerfAnalyzers.Queries.Sources;

namespace PerfAnalyzers.Queries;

/// <summary>A chain of operators that was read.</summary>
/// <param name="Root">What it starts from.</param>
/// <param name="Table">The table that it starts from.</param>
/// <param name="Tables">All tables whose rows it combines.</param>
/// <param name="Item">What one of its elements stands for.</param>
internal sealed record Chain(QueryRoot Root, int Table, TableSet Tables, Element Item)
{
    /// <summary>True where <c>DefaultIfEmpty</c> puts something in the place of no row.</summary>
    public bool IsOptional { get; init; }

    /// <summary>True for a limit or a grouping: no row can be looked up from outside.</summary>
    public bool IsDetached { get; init; }
}
