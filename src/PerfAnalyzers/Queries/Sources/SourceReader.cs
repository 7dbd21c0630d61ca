using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>Follows a query back to the DbSet that it starts from: through operators, variables and methods.</summary>
/// <param name="dbSet">The symbol of <c>DbSet&lt;TEntity&gt;</c>.</param>
internal sealed class SourceReader(INamedTypeSymbol dbSet)
{
    /// <summary>Longer chains are left alone: nobody wrote them by hand.</summary>
    private const int MaxOperators = 256;

    /// <summary>How many variables and methods may lead to one another.</summary>
    private const int MaxDepth = 32;

    /// <summary>How much one query may take to follow: what branches at every turn has more paths than anybody can walk.</summary>
    private const int MaxVisits = 4096;

    private VariableReader? _variables;
    private HelperReader? _helpers;
    private int _depth;
    private int _visits;

    /// <summary>The operators of the query, or null where it isn't certain that it is one.</summary>
    /// <param name="query">The outermost call, or what stands in its place.</param>
    /// <param name="isNested">True inside an expression tree, where operators on collections belong to the query.</param>
    /// <param name="self">The variable that is being assigned: a chain may go on from it.</param>
    public QuerySource? Read(IOperation query, Scope scope, bool isNested, ISymbol? self = null)
    {
        if (_depth >= MaxDepth)
            return null;

        _depth++;
        try
        {
            return Follow(query, scope, isNested, self);
        }
        finally
        {
            _depth--;
        }
    }

    private QuerySource? Follow(IOperation query, Scope scope, bool isNested, ISymbol? self)
    {
        var steps = new Stack<QueryStep>();
        var current = Unwrap(query);
        while (steps.Count <= MaxOperators && _visits++ < MaxVisits)
        {
            if (current is IInvocationOperation call && !HelperReader.IsHelper(call.TargetMethod) && IsQueryOperator(call, isNested) && SourceOf(call) is { } source)
            {
                steps.Push(new QueryStep(call, scope));
                current = Unwrap(source);
                continue;
            }

            return ReadRoot(current, scope, isNested, self)?.Then(steps);
        }

        return null;
    }

    private QuerySource? ReadRoot(IOperation operation, Scope scope, bool isNested, ISymbol? self)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "Set", Parameters.IsEmpty: false } }:
                return null; // Several tables may share the entity type: this one is known by its name.
            case { Type: INamedTypeSymbol type } when IsDbSet(type):
                return scope.Substitute(type.TypeArguments[0]) is INamedTypeSymbol entity ? From(new QueryRoot(entity)) : null;
            case ILocalReferenceOperation { Local: var local } when WellKnown.IsQueryable(local.Type):
                return ReadVariable(operation, local, scope, isNested, self);
            case IParameterReferenceOperation { Parameter: var parameter } when WellKnown.IsQueryable(parameter.Type) && scope.ElementOf(parameter) is null:
                return ReadVariable(operation, parameter, scope, isNested, self);
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return QuerySource.OneOf([Read(conditional.WhenTrue, scope, isNested, self), Read(whenFalse, scope, isNested, self)]);
            case ISwitchExpressionOperation choice:
                return QuerySource.OneOf([.. choice.Arms.Where(arm => Unwrap(arm.Value) is not IThrowOperation).Select(arm => Read(arm.Value, scope, isNested, self))]);
            case IInvocationOperation call when WellKnown.IsQueryable(call.Type):
                return (_helpers ??= new HelperReader(this)).Read(call, scope, isNested);
            case IPropertyReferenceOperation property when WellKnown.IsQueryable(property.Type):
                return (_helpers ??= new HelperReader(this)).Read(property, scope, isNested);
            default:
                return isNested && ElementReader.Read(operation, scope) is { } element ? ReadElement(element, operation) : null;
        }
    }

    private QuerySource? ReadVariable(IOperation use, ISymbol variable, Scope scope, bool isNested, ISymbol? self) =>
        SymbolEqualityComparer.Default.Equals(variable, self)
            ? From(new QueryRoot(null, Variable: self))
            : (_variables ??= new VariableReader(this)).Read(use, variable, scope, isNested);

    /// <summary>The rows that a collection navigation or the group of a <c>GroupJoin</c> leads to.</summary>
    private static QuerySource? ReadElement(Element element, IOperation operation) => element switch
    {
        PathElement { Path.Length: > 0 } when WellKnown.EntityIn(operation.Type) is { } entity => From(new QueryRoot(entity, element)),
        SequenceElement => From(new QueryRoot(WellKnown.EntityIn(operation.Type), element)),
        _ => null,
    };

    private static QuerySource From(QueryRoot root) => new(root, ImmutableArray<QueryStep>.Empty);

    private bool IsDbSet(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, dbSet);

    /// <summary>
    /// A method of Queryable or of EF Core's extensions, or the first in-memory operator (<c>ToList</c>) on a query:
    /// what follows that one works on objects. Inside an expression tree every operator becomes SQL.
    /// </summary>
    public static bool IsQueryOperator(IInvocationOperation call, bool isNested) => call.TargetMethod.ContainingType switch
    {
        { Name: "Queryable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } => true,
        { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } => isNested || (SourceOf(call) is { } source && WellKnown.IsQueryable(Unwrap(source).Type)),
        { ContainingNamespace: { Name: "EntityFrameworkCore", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } } } => call.TargetMethod.Name != "Set",
        _ => false,
    };

    /// <summary>The query that an operator is called on.</summary>
    public static IOperation? SourceOf(IInvocationOperation call) =>
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? Arguments.Of(call, 0) : null);

    public static IOperation Unwrap(IOperation operation)
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
}
