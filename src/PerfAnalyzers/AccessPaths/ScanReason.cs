namespace PerfAnalyzers.AccessPaths;

/// <summary>Why a filter is answered by reading every row.</summary>
internal enum ScanReason
{
    /// <summary>No index holds any of the filtered columns.</summary>
    NoIndex,

    /// <summary>An index holds a filtered column, but its leading column is not constrained.</summary>
    LeadingColumnNotConstrained,

    /// <summary>Some operands of an OR can seek and others can't.</summary>
    OperandOfOr,

    /// <summary>Only inequalities, opaque predicates, or columns of few values are tested: an index would help little.</summary>
    NothingToIndex,
}
