using System.Collections.Immutable;

namespace PerfAnalyzers.AccessPaths;

/// <summary>An index that should exist.</summary>
/// <param name="Columns">Its columns, leading column first. Never empty.</param>
/// <param name="Interchangeable">How many of the leading columns are compared for equality, so that their order among each other is free.</param>
internal sealed record AdvisedIndex(ImmutableArray<IndexColumn> Columns, int Interchangeable)
{
    /// <summary>Which columns descend, as C# writes it: <c>false, true</c>.</summary>
    public string DescendingFlags => string.Join(", ", Columns.Select(column => column.IsDescending ? "true" : "false"));

    /// <summary>The index as one of a table.</summary>
    public TableIndex ToTableIndex() => new(Columns, IndexOrigin.Fluent);

    /// <inheritdoc/>
    public override string ToString() => ToTableIndex().ToString();
}
