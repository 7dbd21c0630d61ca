using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PerfMonitor.Metrics;

/// <summary>The metrics' services.</summary>
internal static class MetricsServices
{
    /// <summary>Adds them; the container must have a <see cref="PerfBudgets.BudgetFile"/>.</summary>
    public static IServiceCollection AddPerfMetrics(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<PerfMonitorMeter>();
        services.TryAddSingleton(provider => provider.GetRequiredService<PerfMonitorMeter>().Timed);
        services.TryAddSingleton(provider => provider.GetRequiredService<PerfMonitorMeter>().Deliveries);
        services.TryAddSingleton(provider => provider.GetRequiredService<PerfMonitorMeter>().Billing);
        return services;
    }
}
