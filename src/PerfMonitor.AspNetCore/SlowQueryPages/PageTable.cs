namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>A table of the page: plain text, not yet encoded.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Empty">What stands there where it has no rows.</param>
/// <param name="Columns">Its columns, left to right.</param>
/// <param name="Rows">Its rows, a cell for each column.</param>
internal sealed record PageTable(string Title, string Empty, IReadOnlyList<PageColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
