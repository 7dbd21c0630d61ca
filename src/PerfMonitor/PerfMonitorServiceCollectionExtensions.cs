using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PerfBudgets;
using PerfMonitor.Metrics;
using PerfMonitor.Observing;

namespace PerfMonitor;

/// <summary>Adds PerfMonitor to a container.</summary>
public static class PerfMonitorServiceCollectionExtensions
{
    /// <summary>Adds the slow-query log and the meter. Contexts are watched that say UsePerfMonitor.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns>The same container.</returns>
    /// <exception cref="BudgetException">perf-budgets.json is missing where it was named, or not understood.</exception>
    public static IServiceCollection AddPerfMonitor(this IServiceCollection services, Action<PerfMonitorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new PerfMonitorOptions();
        configure?.Invoke(options);
        services.AddLogging();
        services.AddPerfMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options.Read());
        services.TryAddSingleton(provider => new SlowQueries(
            provider.GetRequiredService<BudgetFile>().Queries, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>().CreateLogger<SlowQueries>(),
            options.RecordParameterValues));
        services.TryAddSingleton<DatabaseMeter>();
        services.TryAddSingleton<QueryObserver>();
        return services;
    }
}
