namespace PerfTool.Indexes;

/// <summary>A column of an index.</summary>
/// <param name="Property">The property that maps to it.</param>
/// <param name="Column">Its name in the database.</param>
/// <param name="IsDescending">Whether the highest value comes first.</param>
internal sealed record IndexedColumn(string Property, string Column, bool IsDescending);
