using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PerfAnalyzers.AccessPaths;
using PerfAnalyzers.EfModel.Drafts;

namespace PerfAnalyzers.EfModel.Sources;

/// <summary>The indexes of a table while it is being built, with what is known of each beside the index itself.</summary>
internal sealed class IndexSet
{
    private readonly ImmutableArray<TableIndex>.Builder _indexes = ImmutableArray.CreateBuilder<TableIndex>();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<TableIndex, Location>.Builder _sites = ImmutableDictionary.CreateBuilder<TableIndex, Location>();
    private readonly ImmutableHashSet<TableIndex>.Builder _uncertain = ImmutableHashSet.CreateBuilder<TableIndex>();

    public ImmutableArray<TableIndex> Indexes => _indexes.ToImmutable();

    public ImmutableDictionary<TableIndex, Location> Sites => _sites.ToImmutable();

    public ImmutableHashSet<TableIndex> Uncertain => _uncertain.ToImmutable();

    /// <summary>The declared indexes that a migration creates.</summary>
    public HashSet<TableIndex> Migrated { get; } = [];

    public void AddKey(IReadOnlyList<string> columns) => Add(new TableIndex(IndexOrigin.Key, [.. columns]) { IsUnique = true }, null);

    public void Add(IndexDraft draft)
    {
        var index = draft.ToTableIndex();
        if (!Add(index, draft.Name))
            return;
        if (draft.Site is { } site)
            _sites[index] = LocationOf(site);
        if (draft.IsUncertain)
            _uncertain.Add(index);
        if (draft.IsMigrated)
            Migrated.Add(index);
    }

    /// <summary>Two indexes that are alike in all but their names are two to the database.</summary>
    private bool Add(TableIndex index, string? name)
    {
        var isNew = _seen.Add($"{TableIndexes.Identity(index)}|{name}");
        if (isNew)
            _indexes.Add(index);
        return isNew;
    }

    /// <summary>The method's name and its arguments, without what it is called on.</summary>
    private static Location LocationOf(InvocationExpressionSyntax call)
    {
        var start = call.Expression is MemberAccessExpressionSyntax access ? access.Name.SpanStart : call.SpanStart;
        return Location.Create(call.SyntaxTree, TextSpan.FromBounds(start, call.Span.End));
    }
}
