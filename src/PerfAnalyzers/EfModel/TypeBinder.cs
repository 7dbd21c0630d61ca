using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel;

/// <summary>Binds a type name that stays ambiguous as text. The only place that asks for another tree's semantic model.</summary>
internal static class TypeBinder
{
    /// <summary>The type that <paramref name="name"/> means among the members of <paramref name="enclosing"/>, or null.</summary>
    public static INamedTypeSymbol? Bind(Compilation compilation, TypeSyntax name, TypeDeclarationSyntax enclosing)
    {
        var tree = enclosing.SyntaxTree;
        if (enclosing.OpenBraceToken.RawKind == 0 || enclosing.OpenBraceToken.IsMissing || !compilation.ContainsSyntaxTree(tree))
            return null;
#pragma warning disable RS1030 // The model is read from every tree of the compilation, not from the one under analysis; this binds one name, never a body.
        var model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        return model.GetSpeculativeTypeInfo(enclosing.OpenBraceToken.SpanStart, name, SpeculativeBindingOption.BindAsTypeOrNamespace).Type
            is INamedTypeSymbol { TypeKind: not TypeKind.Error } type
            ? type
            : null;
    }
}
