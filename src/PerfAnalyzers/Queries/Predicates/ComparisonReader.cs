using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>Reads comparisons: <c>o.Total &gt; 3</c>, <c>o.Name.CompareTo(name) >= 0</c>, <c>o.Lines.Count == 0</c>.</summary>
internal sealed class ComparisonReader(PredicateContext context)
{
    public TablePredicate Read(IBinaryOperation binary, bool isNegated)
    {
        Comparison? comparison = binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => isNegated ? Comparison.Inequality : Comparison.Equality,
            BinaryOperatorKind.NotEquals => isNegated ? Comparison.Equality : Comparison.Inequality,
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => Comparison.Range,
            _ => null,
        };
        if (comparison is null)
            return context.Unknown("the filter uses an operator that isn't understood", binary);

        var (left, right) = (Elements.ElementReader.WithoutWidening(binary.LeftOperand), Elements.ElementReader.WithoutWidening(binary.RightOperand));
        if (Constants.IsZero(right) && ThreeWay(left) is var (first, second))
            return Compare(first, second, comparison.Value, binary);
        if (Constants.IsZero(left) && ThreeWay(right) is var (third, fourth))
            return Compare(third, fourth, comparison.Value, binary);

        return ReadCount(binary, isNegated) ?? Compare(left, right, comparison.Value, binary);
    }

    /// <summary>Compares two values that stand in <paramref name="whole"/>, at least one of which depends on the row.</summary>
    public TablePredicate Compare(IOperation left, IOperation right, Comparison comparison, IOperation whole)
    {
        var leftDepends = context.DependsOnRow(left);
        if (leftDepends && context.DependsOnRow(right))
            return CompareRows(left, right, comparison, whole);

        var (row, value) = leftDepends ? (left, right) : (right, left);
        if (comparison == Comparison.Inequality && Constants.IsNull(value))
            comparison = Comparison.NotNull;
        if (context.ColumnOrExpression(row, comparison) is { } predicate)
        {
            return predicate.Predicate is ColumnPredicate { Comparison: Comparison.Equality } column && Constants.IsNull(value)
                ? predicate with { Predicate = column with { IsNullTest = true } }
                : predicate;
        }

        context.Subqueries.ReadWithin(row, context.Scope);
        return context.Unknown("the filter tests an expression that isn't understood", whole);
    }

    private TablePredicate CompareRows(IOperation left, IOperation right, Comparison comparison, IOperation whole)
    {
        if (context.ColumnOf(left) is { } first && context.ColumnOf(right) is { } second)
        {
            if (first.Table == second.Table)
                return context.Opaque(whole);
            if (first.Table != second.Table && comparison == Comparison.Equality)
                return context.Unknown("the filter compares columns of different tables", whole) with { Correlation = new(first, second) };
        }

        context.Subqueries.ReadWithin(whole, context.Scope);
        return context.Unknown("the filter compares expressions that both depend on the row", whole);
    }

    /// <summary>The values of <c>string.Compare(a, b)</c> and <c>a.CompareTo(b)</c>, whose result SQL never sees when it is held against zero.</summary>
    private static (IOperation First, IOperation Second)? ThreeWay(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Compare", ContainingType.SpecialType: SpecialType.System_String }, Arguments: [var a, var b] } => (a.Value, b.Value),
        IInvocationOperation { TargetMethod.Name: "CompareTo", Instance: { } instance, Arguments: [{ Value: var other }] }
            when Elements.WellKnown.IsScalar(instance.Type) && SymbolEqualityComparer.Default.Equals(instance.Type, other.Type) => (instance, other),
        _ => null,
    };

    /// <summary>Reads a count: held against zero, or against one, it asks whether there is a row at all.</summary>
    private TablePredicate? ReadCount(IBinaryOperation binary, bool isNegated)
    {
        var (count, limit, kind) = Constants.IntOf(binary.RightOperand) is { } right ? (binary.LeftOperand, right, binary.OperatorKind)
            : Constants.IntOf(binary.LeftOperand) is { } left ? (binary.RightOperand, left, Mirror(binary.OperatorKind))
            : (null, 0, default);
        bool? isEmpty = (kind, limit) switch
        {
            (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, 0) or (BinaryOperatorKind.GreaterThanOrEqual, 1) => false,
            (BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual, 0) or (BinaryOperatorKind.LessThan, 1) => true,
            _ => null,
        };
        if (count is not null && isEmpty is { } negated)
            return context.Subqueries.Counts(count, context.Scope, negated ^ isNegated);

        // Any other number has to be counted for each row.
        var (counted, value) = context.DependsOnRow(binary.LeftOperand) ? (binary.LeftOperand, binary.RightOperand) : (binary.RightOperand, binary.LeftOperand);
        return !context.DependsOnRow(value) && context.Subqueries.Counts(counted, context.Scope, isNegated: false) is { Predicate: SubqueryPredicate subquery } predicate
            ? predicate with { Predicate = new OpaquePredicate(subquery.Site) }
            : null;
    }

    private static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
