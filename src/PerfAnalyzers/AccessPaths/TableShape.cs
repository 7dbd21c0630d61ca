using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>What a query asks of one table: the pure half of a query's shape.</summary>
/// <param name="Filter">The predicates, all of which must hold.</param>
/// <param name="Order">The order, most significant key first; empty also where a sort key could not be read.</param>
/// <param name="HasLimit">True when only some of the rows are returned (<c>Take</c>, <c>First</c>).</param>
internal sealed record TableShape(ImmutableArray<Predicate> Filter, ImmutableArray<SortKey> Order, bool HasLimit);
