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
    /// <returns>The same options.</returns>
    /// <remarks>When the first command is sent, InvalidOperationException tells that there is no AddPerfMonitor.</remarks>
    public static DbContextOptionsBuilder UsePerfMonitor(this DbContextOptionsBuilder options, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new PerfMonitorExtension(services));
        return options;
    }
}
