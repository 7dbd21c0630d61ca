using System.Collections.Immutable;
using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>One thing that a script does. Names are those of the database, without schema and quotes.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table; empty where the statement doesn't name one.</param>
internal sealed record SqlStatement(SqlStatementKind Kind, string Table)
{
    /// <summary>The name of the index or constraint, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The index that is created, by column names.</summary>
    public TableIndex? Index { get; init; }

    /// <summary>The columns of the table that is created.</summary>
    public ImmutableArray<string> Columns { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What isn't understood.</summary>
    public string? Problem { get; init; }
}
