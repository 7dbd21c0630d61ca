using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>A method, or local function, that is handed a model or entity builder: the only method bodies that are read.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="TypeParameters">The names of its type parameters.</param>
/// <param name="Parameters">Its parameters, the receiver of an extension method first.</param>
/// <param name="Steps">Its body.</param>
/// <param name="EnclosingType">Where names in it are looked up.</param>
/// <param name="Owner">The metadata name of the declaring type.</param>
internal sealed record FluentMethod(
    string Name,
    IReadOnlyList<string> TypeParameters,
    IReadOnlyList<FluentParameter> Parameters,
    IReadOnlyList<FluentStep> Steps,
    TypeDeclarationSyntax EnclosingType,
    string Owner)
{
    /// <summary>True for an extension method.</summary>
    public bool IsExtension { get; init; }

    /// <summary>True where there is a body to follow.</summary>
    public bool HasBody { get; init; }
}
