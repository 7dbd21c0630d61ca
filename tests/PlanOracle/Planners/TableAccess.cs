namespace PerfTooling.PlanOracle.Planners;

/// <summary>How a plan reads one table.</summary>
/// <param name="Alias">The table's name in the query.</param>
/// <param name="Drives">
/// True where the rows it finds decide which rows of the other tables are read. False inside a correlated subquery and on the
/// optional side of an outer join: those are asked once for each row of another table.
/// </param>
/// <param name="IsRepeated">True where the table is read once for each row of another one.</param>
internal sealed record TableAccess(string Alias, AccessKind Kind, bool Drives, bool IsRepeated);
