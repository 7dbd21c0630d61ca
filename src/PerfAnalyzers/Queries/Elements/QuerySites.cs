using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PerfAnalyzers.Queries.Elements;

/// <summary>Numbers the places of a query's predicates, so that pure code can point back at them.</summary>
internal sealed class QuerySites
{
    private readonly ImmutableArray<SyntaxNode>.Builder _nodes = ImmutableArray.CreateBuilder<SyntaxNode>();

    /// <summary>The number of <paramref name="node"/>, or of the call that led to it where it stands in another method.</summary>
    public int Add(SyntaxNode node, Scope scope)
    {
        node = scope.CallSite ?? node;
        if (_nodes.Count > 0 && _nodes[_nodes.Count - 1] == node)
            return _nodes.Count - 1;
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    public ImmutableArray<SyntaxNode> ToImmutable() => _nodes.ToImmutable();
}
