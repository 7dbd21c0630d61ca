using System.Text.RegularExpressions;

namespace PerfTooling.PlanOracle.Planners;

/// <summary>What the planner says of one query.</summary>
/// <param name="Scans">True where no index finds the rows, with or without the query's order and limit.</param>
/// <param name="Sorts">True where the rows are sorted although no index delivers the leading sort key.</param>
/// <param name="RepeatsScan">True where a join or correlated subquery can't look rows up by index.</param>
/// <param name="Sql">The command.</param>
/// <param name="Plan">The plan, for a reader.</param>
internal sealed partial record PlannerVerdict(bool Scans, bool Sorts, bool RepeatsScan, string Sql, string Plan)
{
    /// <summary>False where EF Core knew the filter's answer, and sent none: <c>p == null || o.Name == p</c>, <c>!flag &amp;&amp; …</c>.</summary>
    public bool HasFilter => Filter().IsMatch(Sql);

    /// <summary>True where the plan reads no table: the planner knew the answer.</summary>
    public bool ReadsNothing { get; init; }

    [GeneratedRegex(@"WHERE\s+(?!(?:0|FALSE)\b)")]
    private static partial Regex Filter();
}
