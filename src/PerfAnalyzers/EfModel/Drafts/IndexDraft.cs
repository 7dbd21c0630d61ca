using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.Drafts;

/// <summary>An index while the model is being read.</summary>
internal sealed class IndexDraft(IReadOnlyList<string> columns, string? name)
{
    public IReadOnlyList<string> Columns { get; } = columns;

    public string? Name { get; } = name;

    public IndexOrigin Origin { get; set; } = IndexOrigin.Fluent;

    /// <summary>The call that declares it, in code that configures this entity alone.</summary>
    public InvocationExpressionSyntax? Site { get; set; }

    /// <summary>True for an index that need not exist: a condition decides, or a loop whose entities can't be told.</summary>
    public bool IsUncertain { get; set; }

    /// <summary>True for an index that a migration creates, on the same columns: perhaps by SQL, which no snapshot knows.</summary>
    public bool IsMigrated { get; set; }

    /// <summary>Null while neither code nor attribute has said.</summary>
    public bool? IsUnique { get; set; }

    /// <summary>See <see cref="TableIndex.Filter"/>.</summary>
    public string? Filter { get; set; }

    /// <summary>True once code has said whether there is a filter, so that no convention does.</summary>
    public bool IsFilterSaid { get; set; }

    public string? Method { get; set; }

    public bool HasOperatorClass { get; set; }

    public bool IsClustered { get; set; }

    /// <summary>See <see cref="TableIndex.Included"/>.</summary>
    public IReadOnlyList<string> Included { get; set; } = [];

    /// <summary>Descending flags per column; empty for all descending; null for none.</summary>
    public IReadOnlyList<bool>? Descending { get; set; }

    /// <summary>The same index, its columns reached through a member of the table's entity.</summary>
    public IndexDraft Under(string prefix) => new([.. Columns.Select(column => prefix + column)], Name)
    {
        Origin = Origin,
        Site = Site,
        IsUncertain = IsUncertain,
        IsMigrated = IsMigrated,
        IsUnique = IsUnique,
        Filter = Filter,
        IsFilterSaid = IsFilterSaid,
        Method = Method,
        HasOperatorClass = HasOperatorClass,
        IsClustered = IsClustered,
        Included = [.. Included.Select(column => prefix + column)],
        Descending = Descending,
    };

    public TableIndex ToTableIndex() => new(
        Columns.Select((column, i) => new IndexColumn(column, Descending is not null && (Descending.Count == 0 || (i < Descending.Count && Descending[i])))).ToImmutableArray(),
        Origin)
    {
        IsUnique = IsUnique == true,
        Filter = Filter,
        Method = Method,
        HasOperatorClass = HasOperatorClass,
        IsClustered = IsClustered,
        Included = Included.ToImmutableArray(),
    };
}
