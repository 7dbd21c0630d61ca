using Microsoft.CodeAnalysis;
using PerfAnalyzers.Queries.Elements;
using PerfAnalyzers.Queries.Predicates;
using PerfAnalyzers.Queries.Sources;

namespace PerfAnalyzers.Queries;

/// <summary>The reading of one query: what its readers share.</summary>
internal sealed class QueryReading
{
    /// <summary>How deep queries in queries may nest.</summary>
    private const int MaxDepth = 16;

    private int _depth;

    public QueryReading(INamedTypeSymbol dbSet)
    {
        Sources = new SourceReader(dbSet);
        Subqueries = new SubqueryReader(this);
    }

    public SourceReader Sources { get; }

    public QueryBuilder Builder { get; } = new();

    public ISubqueries Subqueries { get; }

    /// <summary>Reads a chain of operators into the builder, or nothing at all and returns null where it can't be read.</summary>
    /// <param name="acceptsGroup">True where the chain may go on from the rows that a <c>GroupJoin</c> found, as part of the same query.</param>
    public Chain? ReadChain(IOperation query, Scope scope, bool isNested, bool acceptsGroup = false)
    {
        if (_depth >= MaxDepth || Sources.Read(query, scope, isNested) is not { Root.Variable: null } source)
            return null;
        if (source.Root.From is SequenceElement && !acceptsGroup)
            return null;

        _depth++;
        var mark = Builder.Mark();
        var chain = ChainReader.Read(source, this, isNested);
        if (chain is null)
            Builder.Rollback(mark);
        _depth--;
        return chain;
    }
}
