using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Queries;

/// <summary>Numbers the places of a query's predicates, so that pure code can point back at them.</summary>
internal sealed class QuerySites
{
    private readonly ImmutableArray<SyntaxNode>.Builder _nodes = ImmutableArray.CreateBuilder<SyntaxNode>();

    /// <summary>The number of <paramref name="node"/>.</summary>
    public int Add(SyntaxNode node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    public ImmutableArray<SyntaxNode> ToImmutable() => _nodes.ToImmutable();
}
