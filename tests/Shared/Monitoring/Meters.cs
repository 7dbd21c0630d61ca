using Microsoft.Extensions.DependencyInjection;
using PerfBudgets;
using PerfMonitor;
using PerfMonitor.Metrics;

namespace PerfTooling.Shared;

/// <summary>A meter of a test's own.</summary>
internal static class Meters
{
    public static PerfMonitorMeter Create() => Services(Budgets.Of(("messages.list", "GET /messages"))).GetRequiredService<PerfMonitorMeter>();

    public static ServiceProvider Services(BudgetFile budgets) =>
        new ServiceCollection().AddPerfMonitor(options => options.Budgets = budgets).BuildServiceProvider();
}
