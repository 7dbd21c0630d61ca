namespace PerfAssert.EntityFrameworkCore;

/// <summary>How a plan reads a table.</summary>
public enum TableAccessKind
{
    /// <summary>An index, or the table's key, is entered by a value.</summary>
    Seek,

    /// <summary>An index is read in its order until enough rows were found, or a table without filter until the limit is reached.</summary>
    OrderedScan,

    /// <summary>An index that holds only the rows of its filter is read from end to end.</summary>
    FilteredIndexScan,

    /// <summary>The table is read from end to end.</summary>
    TableScan,

    /// <summary>An index is read from end to end in place of the table.</summary>
    IndexScan,

    /// <summary>SQLite reads the table from end to end to build an index that lives as long as the query.</summary>
    AutomaticIndex,
}
