using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary><c>typeof(T)</c>.</summary>
internal sealed record FluentTypeOf(TypeSyntax Type) : FluentExpression;
