namespace PerfAnalyzers.AccessPaths;

/// <summary>Why a filter is answered by reading every row.</summary>
internal enum ScanReason
{
    /// <summary>No index holds any of the filtered columns.</summary>
    NoIndex,

    /// <summary>An index holds a filtered column, but its leading column is not constrained.</summary>
    LeadingColumnNotConstrained,

    /// <summary>An index starts with the column, but the query compares an expression on it.</summary>
    ExpressionOnColumn,

    /// <summary>A text is looked for elsewhere than at the start of a column, or the database can't seek the start.</summary>
    TextSearch,

    /// <summary>Some operands of an OR can seek and others can't.</summary>
    OperandOfOr,

    /// <summary>Only inequalities, opaque predicates, or columns of few values are tested: an index would help little.</summary>
    NothingToIndex,
}
