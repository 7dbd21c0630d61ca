using Microsoft.Extensions.DependencyInjection;
using PerfBudgets;
using PerfMonitor.Metrics;

namespace PerfMonitor.AspNetCore.Tests.Metrics;

/// <summary>A meter of a test's own.</summary>
internal static class Meters
{
    public static PerfMonitorMeter Create(BudgetFile? budgets = null) =>
        new ServiceCollection().AddPerfMonitor(budgets ?? Budgets.Of(("messages.list", "GET /messages"))).BuildServiceProvider().GetRequiredService<PerfMonitorMeter>();
}
