using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace PerfMonitor.Observing;

/// <summary>What UsePerfMonitor leaves on a context's options.</summary>
/// <param name="services">The container with AddPerfMonitor; null for the one that the context is registered in.</param>
internal sealed class PerfMonitorExtension(IServiceProvider? services) : IDbContextOptionsExtension
{
    public DbContextOptionsExtensionInfo Info => field ??= new ExtensionInfo(this);

    // The logger is scoped: each context finds its own monitor, though contexts of the same provider share EF Core's services.
    public void ApplyServices(IServiceCollection efServices) => efServices.AddScoped<IDbContextLogger>(scope => LoggerOf(scope.GetRequiredService<IDbContextOptions>()));

    public void Validate(IDbContextOptions options)
    {
    }

    private static IDbContextLogger LoggerOf(IDbContextOptions options)
    {
        var core = options.FindExtension<CoreOptionsExtension>();
        var container = options.FindExtension<PerfMonitorExtension>()?.Services ?? core?.ApplicationServiceProvider;
        var observer = container?.GetService<QueryObserver>() ?? throw new InvalidOperationException(
            "UsePerfMonitor() found no PerfMonitor: call services.AddPerfMonitor(), and for a context that is not registered with AddDbContext pass the container, UsePerfMonitor(serviceProvider).");
        return new CommandLogger(observer, core?.DbContextLogger);
    }

    private IServiceProvider? Services { get; } = services;

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "using PerfMonitor ";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) => debugInfo["PerfMonitor"] = "1";
    }
}
