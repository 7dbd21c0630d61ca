using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>A property of an entity type, as EF Core's conventions see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it can be mapped to.</param>
/// <param name="Type">Its type.</param>
/// <param name="DeclaringType">The class that declares it.</param>
internal sealed record EntityMember(string Name, MemberKind Kind, ITypeSymbol Type, INamedTypeSymbol DeclaringType)
{
    /// <summary>The entity that a navigation leads to.</summary>
    public INamedTypeSymbol? Target { get; init; }

    /// <summary>The text of <c>[ForeignKey]</c>.</summary>
    public string? ForeignKey { get; init; }

    /// <summary>The name in <c>[Column]</c>.</summary>
    public string? ColumnName { get; init; }

    /// <summary>The type in <c>[Column(TypeName = "…")]</c>.</summary>
    public string? ColumnType { get; init; }

    /// <summary>True for <c>[Required]</c>.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The text of <c>[InverseProperty]</c>.</summary>
    public string? Inverse { get; init; }

    public bool IsKey { get; init; }

    public bool IsReference => Kind == MemberKind.Reference;

    public bool IsCollection => Kind == MemberKind.Collection;

    public bool IsNavigation => Kind is MemberKind.Reference or MemberKind.Collection;
}
