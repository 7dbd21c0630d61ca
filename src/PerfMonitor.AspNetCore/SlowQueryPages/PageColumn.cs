namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Kind">What stands in it.</param>
internal sealed record PageColumn(string Name, CellKind Kind = CellKind.Text);
