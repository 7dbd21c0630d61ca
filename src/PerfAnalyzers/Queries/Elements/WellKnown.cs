using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Queries.Elements;

/// <summary>Types of the framework and of EF Core whose meaning in SQL is known.</summary>
internal static class WellKnown
{
    /// <summary>Types whose instance members and static methods are functions of the value alone.</summary>
    private static readonly ImmutableHashSet<string> s_scalars = ImmutableHashSet.Create(
        "String", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Guid", "Object", "Enum", "Boolean", "Char", "Byte", "SByte",
        "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal", "Math", "MathF", "Convert", "Nullable");

    /// <summary>True for what is declared in <c>System</c> or below it: no entity, and no projection.</summary>
    public static bool IsOfFramework(ITypeSymbol? type)
    {
        var space = type?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System", IsGlobalNamespace: false };
    }

    public static bool IsScalar(ITypeSymbol? type) => type is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } && s_scalars.Contains(type.Name);

    /// <summary><c>EF.Functions</c>, as one of the databases or all of them understand it.</summary>
    public static bool IsDbFunctions(ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "EntityFrameworkCore", ContainingNamespace.Name: "Microsoft" } } && type.Name.EndsWith("DbFunctionsExtensions", StringComparison.Ordinal);

    /// <summary>A parameter that EF Core doesn't translate, or only where the database compares that way.</summary>
    public static bool IsCultural(ITypeSymbol? type) => type is { Name: "StringComparison" or "CultureInfo" or "IFormatProvider" or "IEqualityComparer" or "IComparer" or "CompareOptions" };

    public static bool IsQueryable(ITypeSymbol? type) => type is not null && (IsQueryableInterface(type) || type.AllInterfaces.Any(IsQueryableInterface));

    /// <summary>What a collection holds, where that may be an entity: a class that isn't the framework's.</summary>
    public static INamedTypeSymbol? EntityIn(ITypeSymbol? collection) =>
        collection is { SpecialType: not SpecialType.System_String } and not IArrayTypeSymbol
        && new[] { collection }.Concat(collection.AllInterfaces).FirstOrDefault(type => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) is INamedTypeSymbol sequence
        && sequence.TypeArguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Class } entity
        && !IsOfFramework(entity)
            ? entity
            : null;

    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>True for a bool or enum: so few values that an index on them alone would help little.</summary>
    public static bool HasFewValues(ITypeSymbol? type) => type is not null && WithoutNullable(type) is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum };

    private static bool IsQueryableInterface(ITypeSymbol type) =>
        type is { Name: "IQueryable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };
}
