using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Queries;

/// <summary>What a query asks of one of its tables.</summary>
/// <param name="Entity">The entity type of the rows.</param>
/// <param name="Shape">
/// The predicates and the order, columns still named by member path. A path may lead through reference navigations
/// (<c>Customer.Email</c>): which columns join them only the model knows.
/// </param>
internal sealed record QueryTable(INamedTypeSymbol Entity, TableShape Shape);
