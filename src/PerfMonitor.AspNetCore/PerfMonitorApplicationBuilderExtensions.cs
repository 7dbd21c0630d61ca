using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfBudgets;
using PerfMonitor.AspNetCore.Requests;
using PerfMonitor.Metrics;

namespace PerfMonitor.AspNetCore;

/// <summary>PerfMonitor in the request pipeline.</summary>
public static class PerfMonitorApplicationBuilderExtensions
{
    /// <summary>
    /// Measures requests: the duration, outcome and number of the operations that perf-budgets.json gives routes, the database commands of each
    /// request, and statements that a request repeats. Put it first: what comes before it is not measured.
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The application.</returns>
    /// <exception cref="InvalidOperationException"><c>services.AddPerfMonitor(…)</c> was not called.</exception>
    public static IApplicationBuilder UsePerfMonitor(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.ApplicationServices;
        var meter = services.GetService<PerfMonitorMeter>()
            ?? throw new InvalidOperationException("UsePerfMonitor() needs PerfMonitor's services. Call builder.Services.AddPerfMonitor(…) before the application is built.");
        // Made here, so that its counters are there at zero before the first query.
        services.GetRequiredService<DatabaseMeter>();
        var routes = new OperationRoutes(services.GetRequiredService<BudgetFile>(), meter.Operations, services.GetRequiredService<ILogger<OperationRoutes>>());
        return app.UseMiddleware<PerfMonitorMiddleware>(meter.Requests, routes, services.GetService<TimeProvider>() ?? TimeProvider.System);
    }
}
