using System.Text;
using PerfBudgets;

namespace PerfTooling.Shared;

/// <summary>Budgets for a test.</summary>
internal static class Budgets
{
    /// <summary>Of operations, each with a route: warning at 400 ms, critical at 1 s.</summary>
    public static BudgetFile Of(params (string Name, string Route)[] operations) => Parse(
        string.Join(",", operations.Select(operation => $$"""
            "{{operation.Name}}": { "routes": ["{{operation.Route}}"], "p95": { "warning": "400 ms", "critical": "1 s" } }
            """)));

    public static BudgetFile Parse(string operations) =>
        BudgetFile.Parse(Encoding.UTF8.GetBytes($$"""{ "schema": 1, "operations": { {{operations}} } }"""), BudgetFile.FileName);
}
