using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>What one type declaration says about an EF Core model, as written: nothing here is bound.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="MetadataName">The full metadata name (<c>Shop.Outer+Order`1</c>), by which a compilation finds the symbol.</param>
/// <param name="BaseNames">The simple names in the base list.</param>
/// <param name="Methods">The methods that are handed a builder.</param>
/// <param name="HasDbSets">True when a property of type <c>DbSet</c> is declared here.</param>
/// <param name="Declaration">The declaration, for names that stay ambiguous.</param>
internal sealed record TypeFacts(
    string Name,
    string MetadataName,
    IReadOnlyList<string> BaseNames,
    IReadOnlyList<FluentMethod> Methods,
    bool HasDbSets,
    TypeDeclarationSyntax Declaration)
{
    /// <summary>True for a type that an instance can be made of without type arguments.</summary>
    public bool IsConcrete { get; init; }
}
