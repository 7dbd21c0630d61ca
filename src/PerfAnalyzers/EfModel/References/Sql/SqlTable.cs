using PerfAnalyzers.AccessPaths;

namespace PerfAnalyzers.EfModel.References.Sql;

/// <summary>What the scripts say of one table.</summary>
internal sealed class SqlTable(string name)
{
    public string Name { get; } = name;

    /// <summary>The columns, where a script creates the table.</summary>
    public HashSet<string> Columns { get; } = new(StringComparer.Ordinal);

    public bool IsCreated { get; set; }

    /// <summary>Keys and indexes by column names, each with its own name where it has one.</summary>
    public List<(string? Name, TableIndex Index)> Indexes { get; } = [];

    public string? Problem { get; set; }
}
