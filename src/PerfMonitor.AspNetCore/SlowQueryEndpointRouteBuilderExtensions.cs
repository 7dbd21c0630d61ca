using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PerfMonitor.AspNetCore.SlowQueryPages;

namespace PerfMonitor.AspNetCore;

/// <summary>The slow queries of this instance, over HTTP.</summary>
public static partial class SlowQueryEndpointRouteBuilderExtensions
{
    private const string Path = "/api/debug/slow-queries";

    /// <summary>
    /// Maps <c>/api/debug/slow-queries</c> (JSON, or a page for a browser) and <c>/api/debug/slow-queries/metrics</c> (a summary by group). SQL tells
    /// much about an application: they are closed (404) outside Development unless a policy says who may see them. The log says at start-up which
    /// it is.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="policy">The authorization policy that guards them, in Development, too; null for none.</param>
    /// <returns>The endpoints, for further conventions.</returns>
    public static IEndpointConventionBuilder MapSlowQueries(this IEndpointRouteBuilder endpoints, string? policy = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (policy is not null)
            ArgumentException.ThrowIfNullOrWhiteSpace(policy);
        var services = endpoints.ServiceProvider;
        var environment = services.GetRequiredService<IHostEnvironment>();
        var access = policy is not null ? Access.Guarded : environment.IsDevelopment() ? Access.Open : Access.Closed;
        Log(services.GetRequiredService<ILoggerFactory>().CreateLogger("PerfMonitor.AspNetCore"), access, policy, environment.EnvironmentName);

        // One group, so that a convention holds for both. Out of descriptions of the API: they are no part of it.
        var group = endpoints.MapGroup(Path).ExcludeFromDescription();
        if (policy is not null)
            group.RequireAuthorization(policy);
        if (access == Access.Closed)
        {
            // Mapped all the same: a fallback route must not answer in their place.
            group.MapGet("/", NotFound);
            group.MapGet("/metrics", NotFound);
        }
        else
        {
            group.MapGet("/", SlowQueryEndpoints.Report);
            group.MapGet("/metrics", SlowQueryEndpoints.Metrics);
        }

        return group;
    }

    private static IResult NotFound() => TypedResults.NotFound();

    private static void Log(ILogger logger, Access access, string? policy, string environment)
    {
        if (access == Access.Closed)
            LogClosed(logger, Path, environment);
        else if (access == Access.Guarded)
            LogGuarded(logger, Path, policy!);
        else
            LogOpen(logger, Path);
    }

    [LoggerMessage(LogLevel.Information, "{Path} is closed in {Environment}: name an authorization policy to open it, MapSlowQueries(policy: \"…\").")]
    private static partial void LogClosed(ILogger logger, string path, string environment);

    [LoggerMessage(LogLevel.Information, "{Path} is guarded by the policy '{Policy}'.")]
    private static partial void LogGuarded(ILogger logger, string path, string policy);

    [LoggerMessage(LogLevel.Warning, "{Path} is open to everybody: Development, and no policy is named.")]
    private static partial void LogOpen(ILogger logger, string path);
}
