using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAnalyzers.Queries.Elements;

/// <summary>Recognises member paths from an element of a query.</summary>
internal static class ElementReader
{
    /// <summary>Longer member paths are not followed.</summary>
    private const int MaxMembers = 32;

    /// <summary>The column that the expression is, or null where it is none or more than that.</summary>
    public static PathElement? ColumnOf(IOperation operation, Scope scope) => Read(operation, scope) is PathElement { Path.Length: > 0 } column ? column : null;

    /// <summary>
    /// What the expression stands for, or null where it isn't a member path from an element. Conversions that EF Core removes wherever they
    /// stand are looked through; those it turns into a CAST are not.
    /// </summary>
    public static Element? Read(IOperation operation, Scope scope)
    {
        var members = new Stack<string>();
        while (members.Count <= MaxMembers)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation conversion when IsRemovedByEfCore(conversion):
                    operation = conversion.Operand;
                    break;
                case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }:
                    operation = nullable;
                    break;
                case IPropertyReferenceOperation { Instance: { } instance, Arguments.IsEmpty: true } property when !WellKnown.IsOfFramework(property.Property.ContainingType):
                    members.Push(property.Property.Name);
                    operation = instance;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Property", ContainingType: { Name: "EF", ContainingNamespace.Name: "EntityFrameworkCore" } }, Arguments.Length: 2 } call
                    when call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: string name }:
                    members.Push(name);
                    operation = call.Arguments[0].Value;
                    break;
                case IParameterReferenceOperation { Parameter: var parameter } when scope.ElementOf(parameter) is { } element:
                    return members.Aggregate(element, (current, member) => current.Member(member));
                case IParameterReferenceOperation { Parameter: var parameter } when scope.ArgumentOf(parameter) is var (value, outer):
                    operation = value;
                    scope = outer;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>EF Core drops a conversion to the nullable form, to a base type and to <c>object</c>.</summary>
    public static bool IsRemovedByEfCore(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is not null || conversion.Operand.Type is not { } from || conversion.Type is not { } to)
            return false;
        return conversion.GetConversion() is { IsIdentity: true } or { IsReference: true, IsImplicit: true }
            || SymbolEqualityComparer.Default.Equals(WellKnown.WithoutNullable(from), WellKnown.WithoutNullable(to))
            || to.SpecialType == SpecialType.System_Object;
    }

    /// <summary>
    /// True for a conversion between an enum and its underlying type. Where it is written, it is a CAST to the type that the column has: some
    /// databases see through that.
    /// </summary>
    public static bool KeepsStoredType(IConversionOperation conversion) =>
        conversion is { OperatorMethod: null, Operand.Type: { } from, Type: { } to } && SymbolEqualityComparer.Default.Equals(Underlying(from), Underlying(to));

    /// <summary>
    /// An operand of a comparison without the conversions that EF Core drops there and nowhere else: from an enum to its underlying type, and
    /// from the integer types that C# widens to <c>int</c> (RelationalSqlTranslatingExpressionVisitor.TryRemoveImplicitConvert).
    /// </summary>
    public static IOperation WithoutWidening(IOperation operand)
    {
        while (true)
        {
            switch (operand)
            {
                case IParenthesizedOperation parenthesized:
                    operand = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null, Type: { } to, Operand.Type: { } from } conversion when IsWidening(Underlying(from), WellKnown.WithoutNullable(to)):
                    operand = conversion.Operand;
                    break;
                default:
                    return operand;
            }
        }
    }

    private static bool IsWidening(ITypeSymbol from, ITypeSymbol to) =>
        SymbolEqualityComparer.Default.Equals(from, to)
        || (to.SpecialType == SpecialType.System_Int32 && from.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16);

    private static ITypeSymbol Underlying(ITypeSymbol type)
    {
        type = WellKnown.WithoutNullable(type);
        return type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;
    }
}
