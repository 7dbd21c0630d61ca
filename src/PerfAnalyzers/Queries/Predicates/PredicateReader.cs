using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>Reads a filter into predicates on columns, all of which must hold.</summary>
internal sealed class PredicateReader
{
    /// <summary>How deep a predicate may nest before it is left unread.</summary>
    private const int MaxDepth = 64;

    /// <summary>How many operands one chain of <c>&amp;&amp;</c> or <c>||</c> may have before it is left unread.</summary>
    private const int MaxOperands = 1024;

    private readonly PredicateContext _context;
    private readonly ComparisonReader _comparisons;
    private readonly CallReader _calls;

    private PredicateReader(PredicateContext context)
    {
        _context = context;
        _comparisons = new ComparisonReader(context);
        _calls = new CallReader(context, _comparisons);
    }

    /// <summary>Reads the filter <paramref name="body"/>; <paramref name="isNegated"/> for <c>All</c>, which looks for a row that fails the test.</summary>
    public static ImmutableArray<TablePredicate> Read(IOperation body, PredicateContext context, bool isNegated)
    {
        var conjuncts = ImmutableArray.CreateBuilder<TablePredicate>();
        new PredicateReader(context).Read(body, isNegated, 0, conjuncts);
        return conjuncts.ToImmutable();
    }

    private void Read(IOperation operation, bool isNegated, int depth, ImmutableArray<TablePredicate>.Builder conjuncts)
    {
        switch (operation)
        {
            case var _ when depth > MaxDepth:
                conjuncts.Add(_context.Unknown("the filter is too deep to be read", operation));
                break;
            case IParenthesizedOperation parenthesized:
                Read(parenthesized.Operand, isNegated, depth + 1, conjuncts);
                break;
            case IConversionOperation { OperatorMethod: null } conversion:
                Read(conversion.Operand, isNegated, depth + 1, conjuncts);
                break;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                Read(not.Operand, !isNegated, depth + 1, conjuncts);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or, OperatorMethod: null } logical:
                ReadLogical(logical, isNegated, depth, conjuncts);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality when ComparedWithConstant(equality) is var (operand, expected):
                if (_context.ColumnOf(operand) is { } column)
                    conjuncts.Add(HeldAgainstConstant(column, operand, equality.OperatorKind == BinaryOperatorKind.Equals ^ isNegated, expected));
                else
                    Read(operand, isNegated ^ !expected ^ equality.OperatorKind == BinaryOperatorKind.NotEquals, depth + 1, conjuncts);
                break;
            default:
                conjuncts.Add(ReadTest(operation, isNegated));
                break;
        }
    }

    private void ReadLogical(IBinaryOperation logical, bool isNegated, int depth, ImmutableArray<TablePredicate>.Builder conjuncts)
    {
        // The left spine of a && b && c … can be thousands of operators deep, so it is walked in a loop.
        var operands = new Stack<IOperation>();
        IOperation left = logical;
        while (left is IBinaryOperation { OperatorMethod: null } next && next.OperatorKind == logical.OperatorKind)
        {
            if (operands.Count >= MaxOperands)
            {
                conjuncts.Add(_context.Unknown("the filter is too long to be read", logical));
                return;
            }

            operands.Push(next.RightOperand);
            left = next.LeftOperand;
        }

        operands.Push(left);
        if (logical.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And != isNegated)
        {
            foreach (var operand in operands)
                Read(operand, isNegated, depth + 1, conjuncts);
            return;
        }

        var tables = TableSet.None;
        var alternatives = ImmutableArray.CreateBuilder<Predicate>(operands.Count);
        foreach (var operand in operands)
        {
            var all = ImmutableArray.CreateBuilder<TablePredicate>();
            Read(operand, isNegated, depth + 1, all);
            tables = all.Aggregate(tables, (sum, predicate) => sum | predicate.Tables);
            alternatives.Add(all.Count == 1 ? all[0].Predicate : new AndPredicate(all.Select(predicate => predicate.Predicate).ToImmutableArray()));
        }

        conjuncts.Add(new(
            tables.IsAtMostOne ? new OrPredicate(alternatives.MoveToImmutable()) : new UnknownPredicate("the operands of an OR test rows of different tables"),
            tables));
    }

    private TablePredicate ReadTest(IOperation operation, bool isNegated)
    {
        if (!_context.DependsOnRow(operation))
            return new(new RowIndependentPredicate(IsNullTest(operation)), TableSet.None);

        switch (operation)
        {
            case IBinaryOperation comparison:
                return _comparisons.Read(comparison, isNegated);
            case IInvocationOperation call:
                return _calls.Read(call, isNegated);
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }
                when _context.ColumnOf(nullable) is { } column:
                return _context.Column(column, nullable, isNegated ? Comparison.Equality : Comparison.NotNull);
            default:
                return _context.ColumnOrExpression(operation, Comparison.Truth) ?? _context.Unknown("the filter uses an expression that isn't understood", operation);
        }
    }

    /// <summary>What EF Core makes of a column that may be null: the column itself of <c>== true</c>, and comparisons of the rest.</summary>
    private TablePredicate HeldAgainstConstant(PathElement column, IOperation operand, bool isEqual, bool expected)
    {
        if (PredicateContext.TypeOf(operand) is { } type && !SymbolEqualityComparer.Default.Equals(WellKnown.WithoutNullable(type), type))
            return _context.Column(column, operand, !isEqual ? Comparison.Inequality : expected ? Comparison.Truth : Comparison.Equality);

        var truth = _context.Column(column, operand, Comparison.Truth);
        return truth with { Predicate = (ColumnPredicate)truth.Predicate with { IsFalseTest = isEqual && !expected } };
    }

    /// <summary>The other operand where one is <c>true</c> or <c>false</c>: <c>o.IsPaid == true</c> says what <c>o.IsPaid</c> does.</summary>
    private static (IOperation Operand, bool Expected)? ComparedWithConstant(IBinaryOperation equality) =>
        Constants.BoolOf(equality.RightOperand) is { } right ? (equality.LeftOperand, right)
        : Constants.BoolOf(equality.LeftOperand) is { } left ? (equality.RightOperand, left)
        : null;

    private static bool IsNullTest(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality => Constants.IsNull(equality.LeftOperand) || Constants.IsNull(equality.RightOperand),
        IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } => true,
        _ => false,
    };
}
