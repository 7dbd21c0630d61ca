using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.Queries;

/// <summary>A table of a query while the query is being read.</summary>
internal sealed class TableDraft(INamedTypeSymbol entity)
{
    private readonly List<SortKey> _order = [];

    public INamedTypeSymbol Entity { get; set; } = entity;

    public ImmutableArray<Predicate>.Builder Filter { get; } = ImmutableArray.CreateBuilder<Predicate>();

    public bool HasLimit { get; set; }

    public bool HasUnreadOrder { get; private set; }

    /// <summary>Orders by one more key, or, where <paramref name="restarts"/>, by this one instead of those before.</summary>
    public void OrderBy(SortKey? key, bool restarts)
    {
        if (restarts)
        {
            _order.Clear();
            HasUnreadOrder = false;
        }

        if (key is null)
            HasUnreadOrder = true;
        else if (!HasUnreadOrder)
            _order.Add(key.Value);
    }

    /// <summary>The rows come in the order no longer: they are grouped, or made distinct.</summary>
    public void LoseOrder()
    {
        HasUnreadOrder |= _order.Count > 0;
        _order.Clear();
    }

    /// <summary>The SQL has no order by the keys read so far.</summary>
    public void LeaveOutOrder() => _order.Clear();

    public void ReverseOrder()
    {
        for (var i = 0; i < _order.Count; i++)
            _order[i] = _order[i] with { IsDescending = !_order[i].IsDescending };
    }

    public QueryTable ToTable() => new(Entity, new TableShape(Filter.ToImmutable(), _order.ToImmutableArray(), HasLimit) { HasUnreadOrder = HasUnreadOrder });
}
