using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PerfMonitor.Observing;

namespace PerfMonitor;

/// <summary>Has a context watched.</summary>
public static class PerfMonitorOptionsBuilderExtensions
{
    /// <summary>Has all contexts with these options watched; the container needs AddPerfMonitor.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="services">The container with AddPerfMonitor; may be left out for a context that is registered in it by AddDbContext, AddDbContextPool or AddDbContextFactory.</param>
    /// <param name="timeReaders">
    /// Whether to measure what readers of queries take themselves, without the caller's work between the rows. It costs an object for each query, and two looks at the clock for each row.
    /// </param>
    /// <returns>The same options.</returns>
    /// <remarks>When the first command is sent, InvalidOperationException tells that there is no AddPerfMonitor.</remarks>
    public static DbContextOptionsBuilder UsePerfMonitor(this DbContextOptionsBuilder options, IServiceProvider? services = null, bool timeReaders = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new PerfMonitorExtension(services));
        return timeReaders ? options.AddInterceptors(ReaderTimer.Instance) : options;
    }
}
