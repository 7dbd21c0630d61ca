using PerfBudgets;

namespace PerfMonitor;

/// <summary>How a process is monitored.</summary>
public sealed class PerfMonitorOptions
{
    /// <summary>The budgets; null (the default) reads <see cref="BudgetsPath"/>.</summary>
    public BudgetFile? Budgets { get; set; }

    /// <summary>The perf-budgets.json; null (the default) takes the one beside the application or above it and, where there is none, 500 ms and 2 s.</summary>
    public string? BudgetsPath { get; set; }

    internal BudgetFile Read() =>
        Budgets ?? ((BudgetsPath ?? BudgetFile.Find(AppContext.BaseDirectory)) is { } path ? BudgetFile.Read(path) : new BudgetFile { Path = BudgetFile.FileName });
}
