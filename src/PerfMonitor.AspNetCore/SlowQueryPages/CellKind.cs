namespace PerfMonitor.AspNetCore.SlowQueryPages;

/// <summary>What stands in a cell, for its look.</summary>
internal enum CellKind
{
    Text,
    Number,
    Code,

    /// <summary><c>warning</c>, <c>critical</c> or anything else.</summary>
    Severity,
}
