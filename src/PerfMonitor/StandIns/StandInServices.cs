using Microsoft.Extensions.DependencyInjection;
using PerfBudgets;
using PerfMonitor.Metrics;

namespace PerfMonitor;

/// <summary>Stands in for AddPerfMonitor until it is merged.</summary>
internal static class StandInServices
{
    public static IServiceCollection AddPerfMonitor(this IServiceCollection services, BudgetFile budgets) =>
        services.AddSingleton(budgets).AddSingleton<SlowQueries>().AddPerfMetrics();
}
