namespace PerfTool.Indexes;

/// <summary>An index to create.</summary>
/// <param name="Entity">The metadata name of the entity type.</param>
/// <param name="Table">Its table; null where the build's log doesn't name it.</param>
/// <param name="Columns">The columns, leading column first.</param>
/// <param name="Queries">The queries it would serve.</param>
internal sealed record MissingIndex(string Entity, TableName? Table, IReadOnlyList<IndexedColumn> Columns, IReadOnlyList<QuerySite> Queries)
{
    /// <summary>The entity's name without its namespace and outer types.</summary>
    public string EntityName => Entity[(Entity.LastIndexOfAny(['.', '+']) + 1)..];

    /// <summary>Table and columns as people write them: <c>Orders (Status, CreatedAt desc)</c>.</summary>
    public override string ToString() => $"{Table?.ToString() ?? EntityName} ({string.Join(", ", Columns.Select(column => column.IsDescending ? column.Column + " desc" : column.Column))})";
}
