using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using PerfMonitor.Metrics;
using PerfMonitor.Requests;

namespace PerfMonitor.AspNetCore.Requests;

/// <summary>Measures every request: its operation, and what it asks of the database.</summary>
internal sealed partial class PerfMonitorMiddleware(RequestDelegate next, RequestMeter requests, OperationRoutes routes, TimeProvider time, ILogger<PerfMonitorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var measurement = RequestMeasurement.Begin(context, routes, time);
        using var scope = RequestScope.Begin();
        Exception? thrown = null;
        try
        {
            await next(context);
        }
        catch (Exception error) when (Note(error, out thrown))
        {
            // Never: the filter lets everything pass, and the stack stays whole.
        }
        finally
        {
            measurement.Handled(thrown);
            RecordCommands(context, scope.Commands);
        }
    }

    private static bool Note(Exception error, out Exception noted)
    {
        noted = error;
        return false;
    }

    private void RecordCommands(HttpContext context, RequestCommands commands)
    {
        requests.Record(commands.Commands, commands.Repeated.Count);
        foreach (var repeated in commands.Repeated)
            LogRepeated(logger, context.Request.Method, Route(context), repeated.Count, repeated.Statement);
    }

    // The template, not the path: a path has values in it.
    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    [LoggerMessage(LogLevel.Warning, "{Method} {Route} sent the same statement {Count} times, as code does that queries within a loop (N+1): {Statement}")]
    private static partial void LogRepeated(ILogger logger, string method, string route, int count, string statement);
}
