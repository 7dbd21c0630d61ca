using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>
/// Reads expressions on one column of which every part is well known in SQL. A method that the user declared might be mapped to a
/// function that an index holds, so what calls one is not read.
/// </summary>
internal static class ColumnExpressionReader
{
    /// <summary>How deep functions of functions may nest.</summary>
    private const int MaxDepth = 16;

    public static ColumnExpression? Read(IOperation operation, Scope scope) => Read(operation, scope, MaxDepth) is { IsPlain: false } read ? new(read.Column, read.Transform!.Value) : null;

    /// <summary>A column: plain, or what was made of it.</summary>
    private sealed record Part(PathElement Column, ColumnTransform? Transform)
    {
        public bool IsPlain => Transform is null;

        public Part Through(ColumnTransform transform) => this with { Transform = IsPlain ? transform : ColumnTransform.Function };
    }

    private static Part? Read(IOperation operation, Scope scope, int depth)
    {
        if (depth == 0)
            return null;
        if (ElementReader.ColumnOf(operation, scope) is { } column)
            return new Part(column, null);

        switch (operation)
        {
            case IParenthesizedOperation parenthesized:
                return Read(parenthesized.Operand, scope, depth - 1);
            case IConversionOperation conversion when ElementReader.IsRemovedByEfCore(conversion) || ElementReader.KeepsStoredType(conversion):
                return Read(conversion.Operand, scope, depth - 1);
            case IConversionOperation conversion when IsOfFramework(conversion.OperatorMethod):
                return Read(conversion.Operand, scope, depth - 1)?.Through(ColumnTransform.Conversion);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.BitwiseNegation } unary when IsOfFramework(unary.OperatorMethod):
                return Read(unary.Operand, scope, depth - 1)?.Through(ColumnTransform.Arithmetic);
            case IBinaryOperation binary when IsArithmetic(binary.OperatorKind) && IsOfFramework(binary.OperatorMethod):
                var transform = binary.Type?.SpecialType == SpecialType.System_String ? ColumnTransform.Function : ColumnTransform.Arithmetic;
                return OnlyOne([binary.LeftOperand, binary.RightOperand], scope, depth)?.Through(transform);
            case IBinaryOperation binary when IsComparison(binary.OperatorKind) && IsOfFramework(binary.OperatorMethod):
                return OnlyOne([binary.LeftOperand, binary.RightOperand], scope, depth)?.Through(ColumnTransform.Function);
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return OnlyOne([choice.Condition, choice.WhenTrue, otherwise], scope, depth)?.Through(ColumnTransform.Function);
            case ICoalesceOperation coalesce when !scope.DependsOnRow(coalesce.WhenNull):
                return Read(coalesce.Value, scope, depth - 1)?.Through(ColumnTransform.Coalesce);
            case IPropertyReferenceOperation { Instance: { } instance, Arguments.IsEmpty: true } property when WellKnown.IsScalar(property.Property.ContainingType):
                return Read(instance, scope, depth - 1)?.Through(property.Property.Name switch
                {
                    "Date" => ColumnTransform.Date,
                    "Year" => ColumnTransform.Year,
                    _ => ColumnTransform.Function,
                });
            case IInvocationOperation call when TransformOf(call) is { } transformed:
                return OnlyOne([.. call.Instance is null ? [] : new[] { call.Instance }, .. call.Arguments.Select(argument => argument.Value)], scope, depth)?.Through(transformed);
            default:
                return null;
        }
    }

    /// <summary>Reads the one operand that depends on the row.</summary>
    private static Part? OnlyOne(IReadOnlyList<IOperation> operands, Scope scope, int depth)
    {
        var dependent = operands.Where(scope.DependsOnRow).Take(2).ToList();
        return dependent.Count == 1 ? Read(dependent[0], scope, depth - 1) : null;
    }

    private static ColumnTransform? TransformOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (WellKnown.IsDbFunctions(method.ContainingType))
            return method.Name.StartsWith("DateDiff", StringComparison.Ordinal) ? ColumnTransform.Function : null;
        if (!WellKnown.IsScalar(method.ContainingType) || call.Arguments.Any(argument => WellKnown.IsCultural(argument.Parameter?.Type)))
            return null;

        return method.Name switch
        {
            "ToString" => call.Arguments.IsEmpty ? ColumnTransform.Conversion : null,
            "GetValueOrDefault" => ColumnTransform.Coalesce,
            "FromDateTime" when method.ContainingType.Name == "DateOnly" => ColumnTransform.Date,
            "Format" or "GetHashCode" or "GetType" => null,
            _ => method.ContainingType.Name == "Convert" ? ColumnTransform.Conversion : ColumnTransform.Function,
        };
    }

    private static bool IsArithmetic(BinaryOperatorKind kind) => kind
        is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder
        or BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift;

    private static bool IsComparison(BinaryOperatorKind kind) => kind
        is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual;

    private static bool IsOfFramework(IMethodSymbol? operatorMethod) => operatorMethod is null || WellKnown.IsOfFramework(operatorMethod.ContainingType);
}
