namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>One SELECT, UPDATE or DELETE of a command, without those inside it.</summary>
internal sealed class SqlScope
{
    /// <summary>The tables by their names in the query.</summary>
    public Dictionary<string, string> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>Columns that are compared for equality with values.</summary>
    public List<SqlColumn> Equalities { get; } = [];

    /// <summary>Columns that are compared for equality with another table's.</summary>
    public List<SqlColumn> Joins { get; } = [];

    /// <summary>Columns of which a value is a bound.</summary>
    public List<SqlColumn> Ranges { get; } = [];

    /// <summary>Columns that it is ordered by.</summary>
    public List<SqlColumn> Order { get; } = [];

    /// <summary>Whether it has a filter of any kind.</summary>
    public bool HasFilter { get; set; }

    /// <summary>Whether it is asked for its first row only.</summary>
    public bool IsExists { get; init; }

    /// <summary>Whether it needs no more than some rows.</summary>
    public bool IsLimited { get; set; }

    /// <summary>Whether it needs all rows to tell the first of its result.</summary>
    public bool IsAggregate { get; set; }

    /// <summary>Whether it is done after so many rows, whichever these are.</summary>
    public bool StopsEarly => IsLimited && !HasFilter && !IsAggregate;
}
