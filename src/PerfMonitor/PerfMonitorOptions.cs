using PerfBudgets;

namespace PerfMonitor;

/// <summary>How a process is monitored.</summary>
public sealed class PerfMonitorOptions
{
    /// <summary>The budgets; null (the default) reads <see cref="BudgetsPath"/>.</summary>
    public BudgetFile? Budgets { get; set; }

    /// <summary>The perf-budgets.json; null (the default) takes the one beside the application or above it and, where there is none, 500 ms and 2 s.</summary>
    public string? BudgetsPath { get; set; }

    /// <summary>
    /// Whether the log keeps parameters' values; false by default. Withheld even then: what belongs to a column or has a name that looks like a secret, columns of properties that are classified
    /// (Microsoft.Extensions.Compliance), texts of more than 64 characters, bytes and lists, and everything whose column is not known for sure.
    /// </summary>
    public bool RecordParameterValues { get; set; }

    internal BudgetFile Read() =>
        Budgets ?? ((BudgetsPath ?? BudgetFile.Find(AppContext.BaseDirectory)) is { } path ? BudgetFile.Read(path) : new BudgetFile { Path = BudgetFile.FileName });
}
