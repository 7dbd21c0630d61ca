using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>What a query asks of one table: the pure half of a query's shape.</summary>
/// <param name="Filter">The predicates, all of which must hold.</param>
/// <param name="Order">The sort keys that could be read, most significant first: the order up to the first that could not.</param>
/// <param name="HasLimit">True when only some of the rows are returned (<c>Take</c>, <c>First</c>).</param>
internal sealed record TableShape(ImmutableArray<Predicate> Filter, ImmutableArray<SortKey> Order, bool HasLimit)
{
    public static TableShape Empty { get; } = new(ImmutableArray<Predicate>.Empty, ImmutableArray<SortKey>.Empty, false);

    /// <summary>True when the order goes on after <see cref="Order"/> in a way that could not be read, or isn't the same each time.</summary>
    public bool HasUnreadOrder { get; init; }
}
