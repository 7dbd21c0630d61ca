using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using PerfMonitor.Metrics;

namespace PerfMonitor.AspNetCore.Requests;

/// <summary>One request on its way: begun at its arrival, recorded when its response is complete.</summary>
internal sealed class RequestMeasurement(HttpContext context, MonitoredOperation? operation, OperationRoutes routes, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private (OperationOutcome Outcome, string? ErrorType) _end;
    private MonitoredOperation? _operation = operation;

    public static RequestMeasurement Begin(HttpContext context, OperationRoutes routes, TimeProvider time)
    {
        var operation = routes.Find(context.GetEndpoint(), context.Request.Method);
        operation?.Active.Add();
        var measurement = new RequestMeasurement(context, operation, routes, time);
        context.Response.OnCompleted(static state =>
        {
            ((RequestMeasurement)state).Complete();
            return Task.CompletedTask;
        }, measurement);
        return measurement;
    }

    /// <summary>The application has done its part; the response may still be on its way.</summary>
    public void Handled(Exception? thrown)
    {
        var handler = context.Features.Get<IExceptionHandlerFeature>();
        var error = thrown ?? handler?.Error;
        var status = thrown switch
        {
            null => context.Response.StatusCode,
            BadHttpRequestException bad => bad.StatusCode,
            _ => StatusCodes.Status500InternalServerError,
        };
        _end = RequestEnd.Judge(status, error, context.RequestAborted.IsCancellationRequested);
        if (_operation is null && routes.Find(handler?.Endpoint ?? context.GetEndpoint(), context.Request.Method) is { } late)
        {
            // Routing ran behind us.
            _operation = late;
            late.Active.Add();
        }
    }

    private void Complete()
    {
        _operation?.Active.Add(-1);
        _operation?.Record(time.GetElapsedTime(_started), _end.Outcome, _end.ErrorType);
    }
}
