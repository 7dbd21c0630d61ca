using System.Collections.Immutable;

namespace PerfAnalyzers.Queries;

/// <summary>Two tables of a query and the columns they are matched by.</summary>
/// <param name="Outer">The table that stands first: an index into <see cref="QueryShape.Tables"/>.</param>
/// <param name="Inner">The table that is joined to it.</param>
/// <param name="Kind">How.</param>
/// <param name="Site">Where the inner key stands, or the subquery: an index into <see cref="QueryShape.Sites"/>.</param>
internal sealed record QueryJoin(int Outer, int Inner, JoinKind Kind, int Site)
{
    /// <summary>The outer table's member paths, each equal to the one of <see cref="InnerKey"/> in the same place. Empty where only the model, or nobody, knows them.</summary>
    public ImmutableArray<string> OuterKey { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The inner table's member paths.</summary>
    public ImmutableArray<string> InnerKey { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The member path of the outer table's collection navigation that leads to the inner one, or null where keys are compared.</summary>
    public string? Navigation { get; init; }
}
