using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries;

/// <summary>Reads the shape of a query from the operation that executes it. Knows nothing of indexes.</summary>
internal static class QueryReader
{
    /// <summary>The shape of the query that <paramref name="execution"/> runs, or null where it isn't certain that it is an EF Core query.</summary>
    /// <param name="execution">The call of an executing operator, or the collection of a <c>foreach</c>.</param>
    /// <param name="dbSet">The symbol of <c>DbSet&lt;TEntity&gt;</c>.</param>
    public static QueryShape? Read(IOperation execution, INamedTypeSymbol dbSet)
    {
        if (IsInsideExpressionTree(execution))
            return null;

        var reading = new QueryReading(dbSet);
        return reading.ReadChain(execution, Scope.Empty, isNested: false) is null ? null : reading.Builder.ToShape();
    }

    /// <summary>True for a query inside another one (a correlated subquery) or inside a compiled query.</summary>
    private static bool IsInsideExpressionTree(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation { Parent.Type: INamedTypeSymbol { Name: "Expression" } }
                or IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Type: INamedTypeSymbol { Name: "Expression" } } })
            {
                return true;
            }
        }

        return false;
    }
}
