using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAnalyzers.Queries.Predicates;

/// <summary>Values that are known at compile time.</summary>
internal static class Constants
{
    public static bool IsNull(IOperation operation) =>
        Unwrap(operation) is ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation { Type: null or { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } };

    public static bool? BoolOf(IOperation operation) => Unwrap(operation).ConstantValue is { HasValue: true, Value: bool value } ? value : null;

    public static bool IsZero(IOperation operation) => IntOf(operation) == 0;

    public static int? IntOf(IOperation operation) => Unwrap(operation).ConstantValue is { HasValue: true, Value: int value } ? value : null;

    public static string? TextOf(IOperation operation) => Unwrap(operation).ConstantValue is { HasValue: true, Value: string value } ? value : null;

    /// <summary>The constant text that the expression's value starts with: <c>%</c> of <c>$"%{name}%"</c> and <c>"%" + name</c>. Empty where none is known.</summary>
    public static string StartOf(IOperation operation)
    {
        while (true)
        {
            switch (Unwrap(operation))
            {
                case { ConstantValue: { HasValue: true, Value: string text } }:
                    return text;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } concatenation:
                    operation = concatenation.LeftOperand;
                    break;
                case IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation first, ..] }:
                    operation = first.Text;
                    break;
                default:
                    return "";
            }
        }
    }

    private static IOperation Unwrap(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
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
