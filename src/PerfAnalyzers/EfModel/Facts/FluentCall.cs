using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>One link of a <see cref="FluentChain"/>.</summary>
/// <param name="Name">The method or property.</param>
/// <param name="TypeArguments">The type arguments, if written.</param>
/// <param name="Arguments">The arguments of a call.</param>
/// <param name="IsProperty">True for a property, which has no arguments.</param>
internal sealed record FluentCall(
    string Name,
    IReadOnlyList<TypeSyntax> TypeArguments,
    IReadOnlyList<FluentExpression> Arguments,
    bool IsProperty)
{
    /// <summary>What it is called on, as written.</summary>
    public ExpressionSyntax? Receiver { get; init; }

    /// <summary>The whole call, as written.</summary>
    public InvocationExpressionSyntax? Invocation { get; init; }
}
