using PerfAssert.EntityFrameworkCore.Plans;

namespace PerfAssert.EntityFrameworkCore;

/// <summary>What the database is going to do for a command.</summary>
public sealed class QueryPlan
{
    internal QueryPlan(string sql, IReadOnlyList<PlanNode> roots)
    {
        Sql = sql;
        Roots = roots;
        Accesses = [.. roots.SelectMany(root => root.Walk()).Select(node => node.Access).OfType<TableAccess>()];
    }

    /// <summary>The command.</summary>
    public string Sql { get; }

    /// <summary>How each table is read, in the plan's order. A table that stands in the query twice is in it twice.</summary>
    public IReadOnlyList<TableAccess> Accesses { get; }

    /// <summary>The tables that are read from end to end.</summary>
    public IEnumerable<TableAccess> FullScans => Accesses.Where(access => access.IsFullScan);

    internal IReadOnlyList<PlanNode> Roots { get; }

    /// <summary>The plan as a tree, a line for each step.</summary>
    public override string ToString() => string.Join(Environment.NewLine, PlanTree.Lines(Roots));
}
