namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>A row of SQLite's EXPLAIN QUERY PLAN.</summary>
internal readonly record struct SqlitePlanRow(int Id, int Parent, string Detail);
