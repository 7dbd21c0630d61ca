using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>A parameter of a <see cref="FluentMethod"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">The simple name of its type, empty where it has none.</param>
/// <param name="TypeArgument">The first type argument of its type: the entity of an <c>EntityTypeBuilder&lt;T&gt;</c>.</param>
internal sealed record FluentParameter(string Name, string TypeName, TypeSyntax? TypeArgument)
{
    /// <summary>True for a parameter through which the model can be changed.</summary>
    public bool IsBuilder => BuilderTypes.Contains(TypeName);
}
