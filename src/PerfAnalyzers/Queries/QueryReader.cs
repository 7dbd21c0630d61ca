using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Queries;

/// <summary>Reads the shape of a query from the operation that executes it. Knows nothing of indexes.</summary>
internal static class QueryReader
{
    /// <summary>Longer chains are left alone: nobody wrote them by hand.</summary>
    private const int MaxOperators = 256;

    /// <summary>
    /// The shape of the query that <paramref name="execution"/> runs, or null where it isn't certain that it is an EF Core query
    /// over one table, written as one straight expression.
    /// </summary>
    /// <param name="execution">The call of an executing operator, or the collection of a <c>foreach</c>.</param>
    /// <param name="dbSet">The symbol of <c>DbSet&lt;TEntity&gt;</c>.</param>
    public static QueryShape? Read(IOperation execution, INamedTypeSymbol dbSet)
    {
        if (IsInsideExpressionTree(execution))
            return null;

        if (Unwrap(execution) is IInvocationOperation last && !IsQueryOperator(last))
            return null;

        if (Flatten(execution, dbSet) is not (var entity, var operators))
            return null;

        var sites = new QuerySites();
        var filter = ImmutableArray.CreateBuilder<Predicate>();
        var order = ImmutableArray.CreateBuilder<SortKey>();
        var ignoresQueryFilters = false;
        var hasLimit = false;
        var detached = false;

        foreach (var call in operators)
        {
            var name = QueryOperators.NameOf(call.TargetMethod.Name);
            hasLimit |= QueryOperators.Limiting.Contains(name);
            ignoresQueryFilters |= name == "IgnoreQueryFilters";

            if (QueryOperators.Filtering.Contains(name) && LambdaArguments(call) is { Length: > 0 } lambdas)
            {
                filter.Add(detached
                    ? new UnknownPredicate("the query filters again after a projection, a grouping or a limit")
                    : PredicateReader.Read(lambdas[0], sites, isNegated: name == "All"));
            }
            else if (QueryOperators.Ordering.Contains(name))
            {
                if (name.StartsWith("OrderBy", StringComparison.Ordinal))
                    order.Clear();
                if (!detached)
                    order.Add(new SortKey(SortColumn(call) ?? "", name.EndsWith("Descending", StringComparison.Ordinal), sites.Add(call.Arguments.Last().Syntax)));
            }
            else if (QueryOperators.Detaching.Contains(name))
            {
                detached = true;
            }
            else if (!QueryOperators.Transparent.Contains(name) && !QueryOperators.Executing.Contains(name))
            {
                return null;
            }
        }

        var readable = order.TakeWhile(key => key.Column.Length > 0).ToImmutableArray();
        var table = new TableShape(filter.ToImmutable(), readable, hasLimit) { HasUnreadOrder = readable.Length < order.Count };
        return new QueryShape(ImmutableArray.Create(new QueryTable(entity, table)), sites.ToImmutable())
        {
            IgnoresQueryFilters = ignoresQueryFilters,
        };
    }

    /// <summary>The operators from the DbSet outward, or null where the chain doesn't start at one.</summary>
    private static (INamedTypeSymbol Entity, List<IInvocationOperation> Operators)? Flatten(IOperation execution, INamedTypeSymbol dbSet)
    {
        var operators = new List<IInvocationOperation>();
        var current = Unwrap(execution);
        while (operators.Count <= MaxOperators)
        {
            switch (current)
            {
                case IPropertyReferenceOperation { Property.Type: INamedTypeSymbol type } when IsDbSet(type):
                    return EntityOf(type) is { } entity ? (entity, Outward(operators)) : null;
                case IInvocationOperation { TargetMethod: { Name: "Set", Parameters.IsEmpty: true, ReturnType: INamedTypeSymbol type } } when IsDbSet(type):
                    return EntityOf(type) is { } setEntity ? (setEntity, Outward(operators)) : null;
                case IInvocationOperation call when (operators.Count == 0 || IsQueryOperator(call)) && SourceOf(call) is { } source:
                    operators.Add(call);
                    current = Unwrap(source);
                    break;
                default:
                    return null;
            }
        }

        return null;

        bool IsDbSet(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, dbSet);

        static INamedTypeSymbol? EntityOf(INamedTypeSymbol type) => type.TypeArguments[0] as INamedTypeSymbol;

        static List<IInvocationOperation> Outward(List<IInvocationOperation> inward)
        {
            inward.Reverse();
            return inward;
        }
    }

    /// <summary>
    /// A method of Queryable or of EF Core's extensions, or the first in-memory operator (<c>ToList</c>) on a query:
    /// what follows that one works on objects.
    /// </summary>
    private static bool IsQueryOperator(IInvocationOperation call) => call.TargetMethod.ContainingType switch
    {
        { Name: "Queryable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } => true,
        { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } => SourceOf(call) is { } source && IsQueryable(Unwrap(source).Type),
        { ContainingNamespace: { Name: "EntityFrameworkCore", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } } } => true,
        _ => false,
    };

    private static bool IsQueryable(ITypeSymbol? type) =>
        type is not null && (IsQueryableInterface(type) || type.AllInterfaces.Any(IsQueryableInterface));

    private static bool IsQueryableInterface(ITypeSymbol type) =>
        type is { Name: "IQueryable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };

    private static IOperation? SourceOf(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);

    private static ImmutableArray<IAnonymousFunctionOperation?> LambdaArguments(IInvocationOperation call) =>
        call.Arguments
            .Where(argument => argument.Parameter?.Type is INamedTypeSymbol { Name: "Expression" or "Func" })
            .Select(argument => LambdaReader.LambdaOf(argument.Value))
            .ToImmutableArray();

    private static string? SortColumn(IInvocationOperation call) =>
        LambdaArguments(call).FirstOrDefault() is { } lambda && LambdaReader.BodyOf(lambda) is { } body
            ? new ColumnReader(lambda.Symbol.Parameters[0]).PathOf(body)
            : null;

    private static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case ITranslatedQueryOperation query:
                    operation = query.Operation;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
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
