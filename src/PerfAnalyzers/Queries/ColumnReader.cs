using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAnalyzers.Queries;

/// <summary>Recognises plain columns of one lambda parameter.</summary>
/// <param name="row">The lambda parameter that stands for a row of the table.</param>
internal sealed class ColumnReader(IParameterSymbol row)
{
    /// <summary>Longer member paths are never columns of one table.</summary>
    private const int MaxMembers = 8;

    /// <summary>
    /// The member path from the row (<c>Email</c>, <c>Church.Id</c>), or null where the expression isn't one. Conversions that
    /// EF Core removes are looked through; those it turns into a CAST are not.
    /// </summary>
    public string? PathOf(IOperation operation)
    {
        var members = new Stack<string>();
        while (members.Count <= MaxMembers)
        {
            switch (operation)
            {
                case IConversionOperation conversion when IsRemovedByEfCore(conversion):
                    operation = conversion.Operand;
                    break;
                case IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable }:
                    operation = nullable;
                    break;
                case IPropertyReferenceOperation { Instance: { } instance, Arguments.IsEmpty: true } property:
                    members.Push(property.Property.Name);
                    operation = instance;
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Property", ContainingType: { Name: "EF", ContainingNamespace.Name: "EntityFrameworkCore" } }, Arguments.Length: 2 } call
                    when call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: string name }:
                    members.Push(name);
                    operation = call.Arguments[0].Value;
                    break;
                case IParameterReferenceOperation parameter when members.Count > 0 && SymbolEqualityComparer.Default.Equals(parameter.Parameter, row):
                    return string.Join(".", members);
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>True when the value of the expression depends on the row.</summary>
    public bool DependsOnRow(IOperation operation) =>
        operation.DescendantsAndSelf().Any(inner => inner is IParameterReferenceOperation parameter && SymbolEqualityComparer.Default.Equals(parameter.Parameter, row));

    /// <summary>
    /// EF Core drops a conversion between an enum and its underlying type, to the nullable form, to a base type, and from the
    /// integer types that C# widens to <c>int</c> (RelationalSqlTranslatingExpressionVisitor.TryRemoveImplicitConvert).
    /// </summary>
    private static bool IsRemovedByEfCore(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is not null || conversion.Operand.Type is not { } from || conversion.Type is not { } to)
            return false;

        if (conversion.GetConversion() is { IsIdentity: true } or { IsReference: true, IsImplicit: true })
            return true;

        from = Underlying(from);
        to = Underlying(to);
        return SymbolEqualityComparer.Default.Equals(from, to)
            || to.SpecialType == SpecialType.System_Object
            || (to.SpecialType == SpecialType.System_Int32 && from.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16);
    }

    private static ITypeSymbol Underlying(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type;
    }
}
