using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PerfMonitor.Observing;

/// <summary>
/// Sees a context's commands where <c>LogTo</c> would: EF Core makes its event objects only for the events asked for here, where an interceptor gets
/// all of a command's. Hands on to the application's own <c>LogTo</c>, whichever of the two was named first.
/// </summary>
internal sealed class CommandLogger(QueryObserver observer, IDbContextLogger? inner) : IDbContextLogger
{
    public bool ShouldLog(EventId eventId, LogLevel logLevel) => QueryObserver.IsWanted(eventId.Id) || inner?.ShouldLog(eventId, logLevel) == true;

    public void Log(EventData eventData)
    {
        if (QueryObserver.IsWanted(eventData.EventId.Id))
            observer.Observe(eventData);
        if (inner?.ShouldLog(eventData.EventId, eventData.LogLevel) == true)
            inner.Log(eventData);
    }
}
