using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAssert.Analyzers;

/// <summary>Tells which methods are perf tests. Both xunit packages call their attributes the same.</summary>
internal sealed class PerfAttributes
{
    private const string Fact = "PerfFact";
    private const string Theory = "PerfTheory";
    private const string Load = "LoadFact";

    private readonly ImmutableArray<INamedTypeSymbol> _facts;
    private readonly ImmutableArray<INamedTypeSymbol> _theories;

    private PerfAttributes(ImmutableArray<INamedTypeSymbol> facts, ImmutableArray<INamedTypeSymbol> theories)
    {
        _facts = facts;
        _theories = theories;
    }

    /// <summary>The attributes a compilation can use; null where it doesn't reference PerfAssert.</summary>
    public static PerfAttributes? Find(Compilation compilation)
    {
        var facts = compilation.GetTypesByMetadataName($"PerfAssert.{Fact}Attribute");
        var theories = compilation.GetTypesByMetadataName($"PerfAssert.{Theory}Attribute");
        return facts.IsEmpty && theories.IsEmpty ? null : new PerfAttributes(facts, theories);
    }

    /// <summary>Whether a declaration may be a perf test, by its syntax alone: nothing else of a project is bound.</summary>
    public static bool MayBePerfTest(MethodDeclarationSyntax method)
    {
        foreach (var list in method.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                var name = attribute.Name switch
                {
                    SimpleNameSyntax simple => simple.Identifier.ValueText,
                    QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
                    AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
                    _ => "",
                };
                if (name is Fact or Theory or Fact + "Attribute" or Theory + "Attribute")
                    return true;
            }
        }

        return false;
    }

    /// <summary>The attribute that makes a method a perf test; null where there is none.</summary>
    public AttributeData? Of(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && (IsFact(attribute) || _theories.Contains(type, SymbolEqualityComparer.Default)))
                return attribute;
        }

        return null;
    }

    /// <summary>Whether a method is a load test: it has a baseline as perf tests have, and nothing else that is asked of them holds for it.</summary>
    public static bool IsLoadTest(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (type is { Name: Load + "Attribute", ContainingNamespace: { Name: "PerfAssert", ContainingNamespace.IsGlobalNamespace: true } })
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is [PerfFact] rather than [PerfTheory].</summary>
    public bool IsFact(AttributeData attribute) => attribute.AttributeClass is { } type && _facts.Contains(type, SymbolEqualityComparer.Default);

    /// <summary>Whether the test never runs.</summary>
    public static bool IsSkipped(AttributeData attribute) => Named(attribute, "Skip") is string;

    /// <summary>Whether the test is compared with another method, and has no baseline.</summary>
    public static bool BringsItsComparison(AttributeData attribute) => Named(attribute, "RelativeTo") is string;

    /// <summary>The value of a named argument; null where it isn't given.</summary>
    public static object? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Value;
        }

        return null;
    }
}
