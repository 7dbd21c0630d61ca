using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PerfAssert.Analyzers;

/// <summary>A perf test as the rules see it.</summary>
/// <param name="Symbol">The method.</param>
/// <param name="Syntax">Its declaration.</param>
/// <param name="Attribute">[PerfFact] or [PerfTheory].</param>
/// <param name="IsFact">Which of the two.</param>
/// <param name="Body">What it does; null for one without a body.</param>
/// <param name="Compilation">Where it stands.</param>
internal sealed record PerfMethod(
    IMethodSymbol Symbol, MethodDeclarationSyntax Syntax, AttributeData Attribute, bool IsFact, IBlockOperation? Body, Compilation Compilation)
{
    public string Name => Symbol.Name;

    public Location Location => Syntax.Identifier.GetLocation();
}
