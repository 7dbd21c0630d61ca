using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.Queries.Elements;

namespace PerfAnalyzers.Queries.Sources;

/// <summary>A lambda that is one expression.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">The expression that it returns.</param>
/// <param name="Scope">What the parameters around it stand for.</param>
internal sealed record Lambda(ImmutableArray<IParameterSymbol> Parameters, IOperation Body, Scope Scope)
{
    /// <summary>What is in sight of the body when the parameters stand for <paramref name="elements"/>, or null if they don't match in number.</summary>
    public Scope? Apply(params Element[] elements)
    {
        if (elements.Length != Parameters.Length)
            return null;
        var scope = Scope;
        for (var i = 0; i < elements.Length; i++)
            scope = scope.With(Parameters[i], elements[i]);
        return scope;
    }
}
