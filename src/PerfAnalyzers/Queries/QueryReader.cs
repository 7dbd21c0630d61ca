using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;
using PerfAnalyzers.Queries.Sources;

namespace PerfAnalyzers.Queries;

/// <summary>Reads the shape of a query from the operation that executes it. Knows nothing of indexes.</summary>
internal static class QueryReader
{
    /// <summary>The shape of the query that <paramref name="execution"/> runs, or null where it isn't certain that it is an EF Core query.</summary>
    /// <param name="execution">
    /// The call of an executing operator, of a method that runs the filter handed to it, or of <c>EF.CompileQuery</c>; the collection of a <c>foreach</c>.
    /// </param>
    /// <param name="dbSet">The symbol of <c>DbSet&lt;TEntity&gt;</c>.</param>
    public static QueryShape? Read(IOperation execution, INamedTypeSymbol dbSet)
    {
        if (IsInsideExpressionTree(execution))
            return null;

        var reading = new QueryReading(dbSet);
        var (query, scope, isNested) = Locate(SourceReader.Unwrap(execution));
        return query is not null && reading.ReadChain(query, scope, isNested) is not null ? reading.Builder.ToShape() : null;
    }

    /// <summary>The query itself: where a call runs one that stands elsewhere, that one.</summary>
    private static (IOperation? Query, Scope Scope, bool IsNested) Locate(IOperation execution)
    {
        if (execution is not IInvocationOperation call)
            return (execution, Scope.Empty, false);
        if (call.TargetMethod is { Name: "CompileQuery" or "CompileAsyncQuery", ContainingType: { Name: "EF", ContainingNamespace.Name: "EntityFrameworkCore" } })
            return (LambdaReader.Read(Arguments.Of(call, 0), Scope.Empty)?.Body, Scope.Empty, true);
        if (!HelperReader.IsHelper(call.TargetMethod) || WellKnown.IsQueryable(call.Type))
            return (call, Scope.Empty, false);

        var (results, scope) = HelperReader.Enter(call, Scope.Empty);
        return results is [var result] ? (Awaited(result), scope, false) : (null, scope, false);
    }

    private static IOperation Awaited(IOperation operation)
    {
        if (SourceReader.Unwrap(operation) is not IAwaitOperation { Operation: var awaited })
            return operation;
        return awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } ? task : awaited;
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
