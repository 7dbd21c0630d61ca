namespace PerfTool.Indexes;

/// <summary>A table as its database calls it.</summary>
/// <param name="Schema">Its schema; null for the connection's own.</param>
/// <param name="Name">Its name.</param>
internal sealed record TableName(string? Schema, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
