using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PerfAnalyzers.EfModel.Facts;

/// <summary>A chain of calls and member accesses, flattened: <c>modelBuilder.Entity&lt;Order&gt;().HasIndex(…).IsUnique()</c>.</summary>
/// <param name="Root">What the chain starts with.</param>
/// <param name="Name">The identifier it starts with, where there is one.</param>
/// <param name="Calls">The calls, outermost last.</param>
internal sealed record FluentChain(FluentRoot Root, string Name, IReadOnlyList<FluentCall> Calls) : FluentExpression
{
    /// <summary>The type named by <c>new T(…)</c> or <c>typeof(T)</c>.</summary>
    public TypeSyntax? Type { get; init; }

    /// <summary>The arguments of <c>new T(…)</c>, or the root itself where it is anything else.</summary>
    public IReadOnlyList<FluentExpression> Arguments { get; init; } = [];
}
