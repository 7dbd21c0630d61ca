using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>Says what EF Core maps a type to: a column, or another entity.</summary>
internal static class MemberTypes
{
    /// <summary>Classes that EF Core or a provider stores in one column.</summary>
    private static readonly ImmutableHashSet<string> s_columnClasses = ImmutableHashSet.Create(
        "System.Uri", "System.Net.IPAddress", "System.Net.NetworkInformation.PhysicalAddress", "System.Text.Json.JsonDocument",
        "System.Collections.BitArray", "Microsoft.EntityFrameworkCore.HierarchyId", "System.Text.Json.Nodes.JsonNode"
    );

    /// <summary>Namespaces whose classes a provider's plugin stores in one column.</summary>
    private static readonly ImmutableHashSet<string> s_columnNamespaces = ImmutableHashSet.Create("NetTopologySuite.Geometries", "NpgsqlTypes", "NodaTime", "Pgvector", "Microsoft.Data.SqlTypes", "Microsoft.EntityFrameworkCore");

    public static (MemberKind Kind, INamedTypeSymbol? Target) Classify(ITypeSymbol type, ContextDraft context)
    {
        type = Unwrapped(type);
        if (IsConfiguredScalar(type, context))
            return (MemberKind.Column, null);
        if (type is IArrayTypeSymbol array)
            return Collection(array.ElementType, context);
        if (type is not INamedTypeSymbol named || named.TypeKind is TypeKind.Error or TypeKind.Delegate or TypeKind.Dynamic)
            return (MemberKind.None, null);
        if (IsScalar(named))
            return (MemberKind.Column, null);
        if (context.Ignored.Contains(named) || context.Ignored.Contains(named.OriginalDefinition) || EntityAttributes.Has(named, "NotMappedAttribute"))
            return (MemberKind.None, null);
        if (IsEmbedded(named, context))
            return (MemberKind.Embedded, null);
        if (ElementOf(named) is { } element)
            return Collection(element, context);
        if (named.TypeKind == TypeKind.Struct)
            // A struct that is neither ignored nor complex is converted: EF Core would refuse the model otherwise.
            return (MemberKind.Column, null);
        return IsEntityClass(named) ? (MemberKind.Reference, named) : (MemberKind.None, null);
    }

    /// <summary>The entity class a navigation of that type leads to, or null.</summary>
    public static INamedTypeSymbol? TargetOf(ITypeSymbol type)
    {
        type = Unwrapped(type);
        var element = type is IArrayTypeSymbol array ? array.ElementType : type is INamedTypeSymbol named ? ElementOf(named) ?? named : null;
        return element is INamedTypeSymbol target && IsEntityClass(target) ? target : null;
    }

    /// <summary>The class or struct that an owned or complex member of that type, or a collection of them, consists of.</summary>
    public static INamedTypeSymbol? PartOf(ITypeSymbol type)
    {
        type = Unwrapped(type);
        var element = type is IArrayTypeSymbol array ? array.ElementType : type is INamedTypeSymbol named ? ElementOf(named) ?? named : null;
        return element is null ? null : Unwrapped(element) as INamedTypeSymbol;
    }

    /// <summary>True for a collection of parts, rather than one.</summary>
    public static bool IsCollection(ITypeSymbol type) =>
        Unwrapped(type) is IArrayTypeSymbol || (Unwrapped(type) is INamedTypeSymbol named && ElementOf(named) is not null);

    /// <summary>True for a type that is complex wherever it occurs, rather than owned.</summary>
    public static bool IsComplex(INamedTypeSymbol type, ContextDraft context) =>
        type.TypeKind == TypeKind.Struct || EntityAttributes.Has(type, "ComplexTypeAttribute") || context.Complex.Contains(type);

    /// <summary>Whether a foreign key of type <paramref name="dependent"/> can hold a key of type <paramref name="principal"/>.</summary>
    public static bool AreCompatible(ITypeSymbol principal, ITypeSymbol dependent) =>
        SymbolEqualityComparer.Default.Equals(Unwrapped(principal), Unwrapped(dependent));

    public static bool IsEntityClass(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false, SpecialType: not (SpecialType.System_Object or SpecialType.System_String) } named
        && !IsScalar(named) && !IsContext(named) && named.Name is not "Type" && named is not { Name: "Dictionary", Arity: 2 };

    /// <summary>True for a class that derives from <c>DbContext</c>, or seems to: a base class in a package that is missing isn't known.</summary>
    public static bool IsContext(INamedTypeSymbol type) =>
        EntityAttributes.SelfAndBases(type).Any(current =>
            current is { Name: "DbContext", ContainingNamespace.Name: "EntityFrameworkCore" } || (current.TypeKind == TypeKind.Error && current.Name.EndsWith("DbContext", StringComparison.Ordinal)));

    private static (MemberKind, INamedTypeSymbol?) Collection(ITypeSymbol element, ContextDraft context)
    {
        element = Unwrapped(element);
        if (IsConfiguredScalar(element, context) || (element is INamedTypeSymbol named && (IsScalar(named) || named.TypeKind == TypeKind.Struct)))
            return (MemberKind.Column, null);
        if (element is not INamedTypeSymbol target || !IsEntityClass(target) || context.Ignored.Contains(target) || EntityAttributes.Has(target, "NotMappedAttribute"))
            return (MemberKind.None, null);
        return IsEmbedded(target, context) ? (MemberKind.Embedded, null) : (MemberKind.Collection, target);
    }

    private static bool IsScalar(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_String or SpecialType.System_DateTime or SpecialType.System_Decimal
            or (>= SpecialType.System_Boolean and <= SpecialType.System_Double)
        || (type is { TypeKind: TypeKind.Class, Arity: 0 } && type.Locations is [{ IsInMetadata: true }, ..] && IsColumnClass(type));

    private static bool IsColumnClass(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace?.ToDisplayString() ?? "";
        return s_columnNamespaces.Contains(space) || s_columnClasses.Contains(space + "." + type.Name);
    }

    private static bool IsConfiguredScalar(ITypeSymbol type, ContextDraft context)
    {
        if (context.Scalars.Count == 0)
            return false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (context.Scalars.Contains(current) || context.Scalars.Contains(current.OriginalDefinition))
                return true;
        }
        return type.AllInterfaces.Any(context.Scalars.Contains);
    }

    private static bool IsEmbedded(INamedTypeSymbol type, ContextDraft context) =>
        context.Embedded.Contains(type) || EntityAttributes.Has(type, "OwnedAttribute") || EntityAttributes.Has(type, "ComplexTypeAttribute");

    private static ITypeSymbol? ElementOf(INamedTypeSymbol type)
    {
        if (type is { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T })
            return type.TypeArguments[0];
        if (type is { Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } })
            return type.TypeArguments[0];
        ITypeSymbol? element = null;
        foreach (var candidate in type.AllInterfaces)
        {
            if (candidate.OriginalDefinition.SpecialType != SpecialType.System_Collections_Generic_IEnumerable_T)
                continue;
            if (element is not null)
                return null;
            element = candidate.TypeArguments[0];
        }
        return element;
    }

    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
