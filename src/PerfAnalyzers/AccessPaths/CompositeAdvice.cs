using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>A composite index that would serve a whole query.</summary>
/// <param name="Index">The index.</param>
/// <param name="Today">The index that seeks today.</param>
/// <param name="Site">Where the first predicate or sort key stands that today's index leaves over.</param>
internal sealed record CompositeAdvice(AdvisedIndex Index, TableIndex Today, int Site)
{
    /// <summary>An index whose columns the advised one starts with, so that it takes its place; null where it comes beside the others.</summary>
    public TableIndex? Extended { get; init; }

    /// <summary>The first predicate that today's index leaves over; null where it is only a sort key.</summary>
    public ColumnPredicate? Filter { get; init; }

    /// <summary>The columns that today's index leaves to be filtered or sorted row by row.</summary>
    public ImmutableArray<string> Left { get; init; } = ImmutableArray<string>.Empty;
}
