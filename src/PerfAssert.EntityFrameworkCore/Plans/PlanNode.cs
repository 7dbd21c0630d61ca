namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>A step of a plan, in the database's words.</summary>
/// <param name="Text">The step.</param>
/// <param name="Remark">What is to be said of it; null where there is nothing.</param>
/// <param name="Access">The table it reads; null where it reads none.</param>
/// <param name="Children">The steps it consists of.</param>
internal sealed record PlanNode(string Text, string? Remark, TableAccess? Access, IReadOnlyList<PlanNode> Children)
{
    /// <summary>This step and all below it.</summary>
    public IEnumerable<PlanNode> Walk() => Children.SelectMany(child => child.Walk()).Prepend(this);
}
