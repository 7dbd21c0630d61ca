namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>A column that a query names.</summary>
/// <param name="Alias">The table, by its name in the query.</param>
/// <param name="Column">The column.</param>
internal readonly record struct SqlColumn(string Alias, string Column);
