using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Queries;

/// <summary>Reads one filter lambda into predicates on columns.</summary>
internal sealed class PredicateReader
{
    /// <summary>How deep a predicate may nest before it is left unread.</summary>
    private const int MaxDepth = 64;

    /// <summary>How many operands one chain of <c>&amp;&amp;</c> or <c>||</c> may have before it is left unread.</summary>
    private const int MaxOperands = 1024;

    private static readonly UnknownPredicate s_unreadable = new("the filter is too deep to be read");

    private readonly ColumnReader _columns;
    private readonly int _site;

    private PredicateReader(ColumnReader columns, int site)
    {
        _columns = columns;
        _site = site;
    }

    /// <summary>Reads <paramref name="lambda"/>; <paramref name="isNegated"/> for <c>All</c>, which looks for a row that fails the test.</summary>
    public static Predicate Read(IAnonymousFunctionOperation? lambda, QuerySites sites, bool isNegated)
    {
        if (lambda is null || lambda.Symbol.Parameters.Length != 1 || LambdaReader.BodyOf(lambda) is not { } body)
            return new UnknownPredicate("the filter is not a lambda written at the query");

        var reader = new PredicateReader(new ColumnReader(lambda.Symbol.Parameters[0]), sites.Add(body.Syntax));
        return reader.Read(body, isNegated, 0);
    }

    private Predicate Read(IOperation operation, bool isNegated, int depth)
    {
        if (depth > MaxDepth)
            return s_unreadable;

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Read(parenthesized.Operand, isNegated, depth + 1);
            case IConversionOperation { OperatorMethod: null } conversion:
                return Read(conversion.Operand, isNegated, depth + 1);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Read(not.Operand, !isNegated, depth + 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or, OperatorMethod: null } logical:
                return ReadLogical(logical, isNegated, depth);
            case IBinaryOperation comparison:
                return ReadComparison(comparison, isNegated);
            case IInvocationOperation call when _columns.DependsOnRow(call):
                return ReadCall(call, isNegated);
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }
                when _columns.PathOf(nullable) is { } path:
                return new ColumnPredicate(path, isNegated ? Comparison.Equality : Comparison.Inequality, _site);
            case IPropertyReferenceOperation property when _columns.PathOf(property) is { } flag:
                return new ColumnPredicate(flag, Comparison.Equality, _site) { HasFewValues = true };
            default:
                return _columns.DependsOnRow(operation)
                    ? new UnknownPredicate("the filter uses an expression that isn't understood")
                    : new RowIndependentPredicate();
        }
    }

    private Predicate ReadLogical(IBinaryOperation logical, bool isNegated, int depth)
    {
        // The left spine of a && b && c … can be thousands of operators deep, so it is walked in a loop.
        var operands = new Stack<IOperation>();
        IOperation left = logical;
        while (left is IBinaryOperation { OperatorMethod: null } next && next.OperatorKind == logical.OperatorKind)
        {
            if (operands.Count >= MaxOperands)
                return s_unreadable;
            operands.Push(next.RightOperand);
            left = next.LeftOperand;
        }

        operands.Push(left);
        var predicates = operands.Select(operand => Read(operand, isNegated, depth + 1)).ToImmutableArray();
        var isAnd = logical.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And;
        return isAnd != isNegated ? new AndPredicate(predicates) : new OrPredicate(predicates);
    }

    private Predicate ReadComparison(IBinaryOperation binary, bool isNegated)
    {
        Comparison? comparison = binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => isNegated ? Comparison.Inequality : Comparison.Equality,
            BinaryOperatorKind.NotEquals => isNegated ? Comparison.Equality : Comparison.Inequality,
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => Comparison.Range,
            _ => null,
        };
        return comparison is null
            ? new UnknownPredicate("the filter uses an operator that isn't understood")
            : Compare(binary.LeftOperand, binary.RightOperand, comparison.Value);
    }

    private Predicate Compare(IOperation left, IOperation right, Comparison comparison)
    {
        var leftDepends = _columns.DependsOnRow(left);
        var rightDepends = _columns.DependsOnRow(right);
        if (!leftDepends && !rightDepends)
            return new RowIndependentPredicate();

        if (leftDepends && rightDepends)
        {
            return _columns.PathOf(left) is { } first && _columns.PathOf(right) is { } second && !first.Contains('.') && !second.Contains('.')
                ? new OpaquePredicate()
                : new UnknownPredicate("the filter compares expressions that both depend on the row");
        }

        var column = leftDepends ? left : right;
        return _columns.PathOf(column) is { } path
            ? new ColumnPredicate(path, comparison, _site) { HasFewValues = comparison != Comparison.Range && IsOfFewValues(column) }
            : new UnknownPredicate("the filter tests an expression on a column");
    }

    private Predicate ReadCall(IInvocationOperation call, bool isNegated)
    {
        var equality = isNegated ? Comparison.Inequality : Comparison.Equality;
        var arguments = call.Arguments;
        switch (call.TargetMethod.Name)
        {
            case "Equals" when call.Instance is not null && arguments.Length == 1:
                return Compare(call.Instance, arguments[0].Value, equality);
            case "Equals" when call.Instance is null && arguments.Length == 2 && call.TargetMethod.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Object:
                return Compare(arguments[0].Value, arguments[1].Value, equality);
            case "Contains" or "EndsWith" when call.Instance is { Type.SpecialType: SpecialType.System_String } text && arguments.Length == 1 && IsColumn(text):
                return new OpaquePredicate();
            case "Contains" when ContainsOperands(call) is (var list, var item) && !_columns.DependsOnRow(list) && _columns.PathOf(item) is { } path:
                return new ColumnPredicate(path, isNegated ? Comparison.Inequality : Comparison.In, _site) { HasFewValues = IsOfFewValues(item) };
            default:
                return new UnknownPredicate($"the filter calls {call.TargetMethod.Name}");
        }
    }

    private bool IsColumn(IOperation operation) => _columns.PathOf(operation) is { } path && !path.Contains('.');

    /// <summary>
    /// The list and the item of a <c>Contains</c> on an in-memory collection: a method of the collection, of Enumerable, or, since C# 14
    /// converts an array to a span, of MemoryExtensions. Contains on a query is a subquery, and not this.
    /// </summary>
    private static (IOperation List, IOperation Item)? ContainsOperands(IInvocationOperation call) => call switch
    {
        { Instance: { Type.SpecialType: not SpecialType.System_String } list, Arguments.Length: 1 } => (list, call.Arguments[0].Value),
        { Instance: null, TargetMethod.ContainingType.Name: "Enumerable" or "MemoryExtensions", Arguments.Length: >= 2 }
            when call.Arguments.Skip(2).All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue) => (call.Arguments[0].Value, call.Arguments[1].Value),
        _ => null,
    };

    private static bool IsOfFewValues(IOperation column)
    {
        while (column is IConversionOperation conversion)
            column = conversion.Operand;
        var type = column.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum };
    }
}
