using Microsoft.EntityFrameworkCore.Metadata;
using PerfAssert.EntityFrameworkCore.Statements;

namespace PerfAssert.EntityFrameworkCore.Plans;

/// <summary>A plan that is not as it should be, for whoever must mend it.</summary>
internal static class PlanText
{
    /// <summary>The command, its plan as a tree, and the index that would help each of its tables.</summary>
    public static IEnumerable<string> Lines(QueryPlan plan, IEnumerable<TableAccess> culprits, IModel? model)
    {
        yield return "query  " + StatementNormalizer.Shorten(StatementNormalizer.Normalize(plan.Sql));
        var label = "plan";
        foreach (var line in PlanTree.Lines(plan.Roots))
        {
            yield return label.PadRight(7) + line;
            label = "";
        }

        foreach (var advice in culprits.Select(access => IndexAdvice.For(access, plan.Sql, model)).Distinct(StringComparer.Ordinal))
            yield return "index  " + advice;
    }
}
