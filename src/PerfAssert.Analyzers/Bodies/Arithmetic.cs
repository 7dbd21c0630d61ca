using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAssert.Analyzers.Bodies;

/// <summary>
/// Expressions whose code the JIT leaves out when nothing uses the result: seen in the machine code of .NET 10 (docs/rules/PERF302.md).
/// What may throw is kept (checked arithmetic, integer division by a variable, array elements), and so is what is a call to the
/// JIT (decimal, Math.Sign, Math.IEEERemainder), a string or LINQ.
/// </summary>
internal static class Arithmetic
{
    private const int MaximumDepth = 100;

    private static readonly HashSet<string> s_ofFloats = new(StringComparer.Ordinal)
    {
        "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atan2", "Atanh", "Cbrt", "Ceiling", "CopySign", "Cos", "Cosh", "Exp", "Floor", "FusedMultiplyAdd", "Log", "Log10", "Log2",
        "Max", "MaxMagnitude", "Min", "MinMagnitude", "Pow", "ReciprocalEstimate", "ReciprocalSqrtEstimate", "Round", "Sin", "Sinh", "Sqrt", "Tan", "Tanh", "Truncate",
    };

    private static readonly HashSet<string> s_ofIntegers = new(StringComparer.Ordinal) { "Max", "Min" };

    private static readonly HashSet<string> s_ofBits = new(StringComparer.Ordinal)
    {
        "IsPow2", "LeadingZeroCount", "Log2", "PopCount", "RotateLeft", "RotateRight", "RoundUpToPowerOf2", "TrailingZeroCount",
    };

    /// <summary>Whether the JIT drops the expression where nothing uses it.</summary>
    public static bool IsDroppable(IOperation operation) => IsDroppable(operation, 0);

    /// <summary>Whether a droppable expression computes anything, rather than reads what is there.</summary>
    public static bool DoesWork(IOperation operation) =>
        !operation.ConstantValue.HasValue && OwnOperations.Of(operation).Any(part => part is IBinaryOperation or IInvocationOperation);

    /// <summary>
    /// Whether a droppable expression is dropped, too, where it feeds a variable that only feeds itself, as a sum in a loop: there the JIT
    /// keeps what it calls, such as Math.Sin, and what it branches on.
    /// </summary>
    public static bool IsDroppableInCycle(IOperation operation) =>
        !OwnOperations.Of(operation).Any(part => part is IConditionalOperation or IInvocationOperation { TargetMethod.Name: not "Sqrt" });

    /// <summary>Whether a compound assignment computes what the JIT drops.</summary>
    public static bool IsDroppable(ICompoundAssignmentOperation assignment) =>
        assignment is { OperatorMethod: null, IsChecked: false, Type: { } type } && IsNumber(type) && !MayThrow(assignment.OperatorKind, type, assignment.Value) && IsDroppable(assignment.Value);

    /// <summary>A built-in number that isn't a decimal, or a bool or char.</summary>
    public static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double || IsInteger(type);

    private static bool IsInteger(ITypeSymbol type) => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char
        or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;

    private static bool IsDroppable(IOperation operation, int depth)
    {
        if (depth > MaximumDepth || operation.Type is not { } type || !IsNumber(type))
            return false;
        if (operation.ConstantValue.HasValue)
            return true;
        depth++;
        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation => true,
            IFieldReferenceOperation field => field is { Field.IsVolatile: false, Instance: null or IInstanceReferenceOperation },
            IParenthesizedOperation parenthesized => IsDroppable(parenthesized.Operand, depth),
            IConversionOperation { OperatorMethod: null, IsChecked: false } conversion => IsDroppable(conversion.Operand, depth),
            IUnaryOperation { OperatorMethod: null, IsChecked: false } unary => IsDroppable(unary.Operand, depth),
            IBinaryOperation { OperatorMethod: null, IsChecked: false, IsLifted: false } binary =>
                !MayThrow(binary.OperatorKind, type, binary.RightOperand) && IsDroppable(binary.LeftOperand, depth) && IsDroppable(binary.RightOperand, depth),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => IsDroppable(choice.Condition, depth) && IsDroppable(choice.WhenTrue, depth) && IsDroppable(whenFalse, depth),
            IInvocationOperation call => IsDroppableCall(call.TargetMethod) && call.Arguments.All(argument => IsDroppable(argument.Value, depth)),
            _ => false,
        };
    }

    private static bool MayThrow(BinaryOperatorKind kind, ITypeSymbol type, IOperation divisor) =>
        kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder && IsInteger(type) && divisor.ConstantValue is not { HasValue: true, Value: not (0 or 0L or 0U or 0UL or -1 or -1L) };

    private static bool IsDroppableCall(IMethodSymbol method)
    {
        if (method.Parameters.Any(parameter => parameter.RefKind != RefKind.None))
            return false;
        return method.ContainingType.ToDisplayString() switch
        {
            "System.Math" or "System.MathF" when IsFloat(method.Parameters[0].Type) => s_ofFloats.Contains(method.Name) && !HasBase(method) && method.Parameters.All(parameter => IsFloat(parameter.Type)),
            "System.Math" => s_ofIntegers.Contains(method.Name) && IsInteger(method.Parameters[0].Type),
            "System.Numerics.BitOperations" => s_ofBits.Contains(method.Name),
            _ => false,
        };
    }

    /// <summary>Log of two arguments is an ordinary call.</summary>
    private static bool HasBase(IMethodSymbol method) => method is { Name: "Log", Parameters.Length: 2 };

    private static bool IsFloat(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
