using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Queries;

/// <summary>What one LINQ query asks of the table it starts from.</summary>
/// <param name="Entity">The entity type of the query's source.</param>
/// <param name="Table">The predicates and the order, columns still named by member path.</param>
/// <param name="Sites">Where the predicates stand: <see cref="ColumnPredicate.Site"/> is an index into this.</param>
internal sealed record QueryShape(INamedTypeSymbol Entity, TableShape Table, ImmutableArray<SyntaxNode> Sites)
{
    /// <summary>True when the query asks to leave the model's query filters out.</summary>
    public bool IgnoresQueryFilters { get; init; }
}
