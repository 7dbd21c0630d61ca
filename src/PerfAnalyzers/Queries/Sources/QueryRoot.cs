using Microsoft.CodeAnalysis;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>What a chain of query operators starts from.</summary>
/// <param name="Entity">The entity type of the rows.</param>
/// <param name="From">The collection navigation or group that the rows are read from, or null for a DbSet.</param>
/// <param name="Variable">The variable whose own value the chain goes on from, while its assignments are read.</param>
internal sealed record QueryRoot(INamedTypeSymbol? Entity, Element? From = null, ISymbol? Variable = null)
{
    public bool IsSameAs(QueryRoot other) =>
        SymbolEqualityComparer.Default.Equals(Entity, other.Entity) && Equals(From, other.From) && SymbolEqualityComparer.Default.Equals(Variable, other.Variable);
}
