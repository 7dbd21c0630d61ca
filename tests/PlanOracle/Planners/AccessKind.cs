namespace PerfTooling.PlanOracle.Planners;

/// <summary>How a plan reads a table.</summary>
internal enum AccessKind
{
    /// <summary>From end to end, whether the table itself or one of its indexes.</summary>
    Scan,

    /// <summary>By an index whose leading column is compared with a value that doesn't come from another table.</summary>
    Seek,

    /// <summary>By an index whose leading column is compared with a column of another table, or with what a subquery returns.</summary>
    Lookup,

    /// <summary>An index that holds only the rows of a filter, from end to end.</summary>
    FilteredIndex,
}
