namespace PerfAnalyzers.EfModel.Facts;

/// <summary>An index that a migration creates by SQL text.</summary>
/// <param name="Table">The table, without schema and quotes; null where the text could not be read.</param>
internal sealed record RawIndex(string? Table);
