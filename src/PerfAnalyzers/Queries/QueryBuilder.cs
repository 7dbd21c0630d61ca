using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.Queries.Elements;
using PerfAnalyzers.Queries.Predicates;

namespace PerfAnalyzers.Queries;

/// <summary>Collects the tables of a query, what is asked of each, and what joins them.</summary>
internal sealed class QueryBuilder
{
    private readonly List<TableDraft> _tables = [];
    private readonly List<QueryJoin> _joins = [];
    private readonly List<Correlation> _correlations = [];

    public QuerySites Sites { get; } = new();

    public bool IgnoresQueryFilters { get; set; }

    public bool IsCertain { get; set; } = true;

    /// <summary>What has been read so far, to come back to where a part turns out to be unreadable.</summary>
    public (int Tables, int Joins, int Correlations) Mark() => (_tables.Count, _joins.Count, _correlations.Count);

    public void Rollback((int Tables, int Joins, int Correlations) mark)
    {
        _tables.RemoveRange(mark.Tables, _tables.Count - mark.Tables);
        _joins.RemoveRange(mark.Joins, _joins.Count - mark.Joins);
        _correlations.RemoveRange(mark.Correlations, _correlations.Count - mark.Correlations);
    }

    /// <summary>Adds a table; null where the query has more than it may.</summary>
    public int? AddTable(INamedTypeSymbol entity)
    {
        if (_tables.Count == TableSet.Capacity)
            return null;
        _tables.Add(new TableDraft(entity));
        return _tables.Count - 1;
    }

    public TableDraft Table(int index) => _tables[index];

    public void AddJoin(QueryJoin join) => _joins.Add(join);

    /// <summary>A group that was joined by <c>GroupJoin</c> is taken apart without <c>DefaultIfEmpty</c>: outer rows without any fall out.</summary>
    public void JoinInner(int inner)
    {
        var index = _joins.FindIndex(join => join.Inner == inner && join.Kind == JoinKind.Left);
        if (index >= 0)
            _joins[index] = _joins[index] with { Kind = JoinKind.Inner };
    }

    public void AddCorrelation(Correlation correlation) => _correlations.Add(correlation);

    /// <summary>The tables that a correlation read since <paramref name="mark"/> holds against each other: one of <paramref name="inner"/>, and one that isn't.</summary>
    public (int Outer, int Inner)? CorrelatedSince((int Tables, int Joins, int Correlations) mark, TableSet inner)
    {
        foreach (var (left, right) in _correlations.Skip(mark.Correlations))
        {
            if (left.Tables.IsWithin(inner) != right.Tables.IsWithin(inner))
                return left.Tables.IsWithin(inner) ? (right.Table, left.Table) : (left.Table, right.Table);
        }

        return null;
    }

    public void AddUnknown(TableSet tables, string reason)
    {
        foreach (var table in tables.Indexes())
            _tables[table].Filter.Add(new UnknownPredicate(reason));
    }

    public QueryShape ToShape()
    {
        foreach (var (left, right) in _correlations)
        {
            if (!TryAddKey(left, right) && !TryAddKey(right, left) && !TryConnect(left, right) && !TryConnect(right, left))
                AddUnknown(left.Tables | right.Tables, "the filter compares columns of different tables");
        }

        return new QueryShape(_tables.Select(table => table.ToTable()).ToImmutableArray(), Sites.ToImmutable())
        {
            Joins = _joins.ToImmutableArray(),
            IgnoresQueryFilters = IgnoresQueryFilters,
            IsCertain = IsCertain,
        };
    }

    private bool TryAddKey(PathElement outer, PathElement inner)
    {
        var index = _joins.FindIndex(join => join.Outer == outer.Table && join.Inner == inner.Table && join.Navigation is null);
        if (index < 0)
            return false;
        _joins[index] = _joins[index] with { OuterKey = _joins[index].OuterKey.Add(outer.Path), InnerKey = _joins[index].InnerKey.Add(inner.Path) };
        return true;
    }

    /// <summary>Rows of three tables were combined, each with each: the correlation says which belong together.</summary>
    private bool TryConnect(PathElement outer, PathElement inner)
    {
        var index = _joins.FindIndex(join => join.Inner == inner.Table && join.Kind != JoinKind.Subquery && join.Navigation is null && join.InnerKey.IsEmpty);
        if (index < 0)
            return false;
        _joins[index] = _joins[index] with { Outer = outer.Table };
        return TryAddKey(outer, inner);
    }
}
