namespace PerfAssert.EntityFrameworkCore;

/// <summary>How a plan reads one table.</summary>
/// <param name="Table">The table's name in the database.</param>
/// <param name="Alias">Its name in the query.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Index">The index it is read by; null where there is none, or it is the table's key on SQLite.</param>
public sealed record TableAccess(string Table, string Alias, TableAccessKind Kind, string? Index)
{
    /// <summary>Whether all of the table, or of one of its indexes, is read.</summary>
    public bool IsFullScan => Kind is TableAccessKind.TableScan or TableAccessKind.IndexScan or TableAccessKind.AutomaticIndex;
}
