using Microsoft.EntityFrameworkCore.Diagnostics;
using PerfMonitor.Metrics;
using PerfMonitor.Redaction;
using PerfMonitor.Requests;

namespace PerfMonitor.Observing;

/// <summary>Hands EF Core's events to the log, the meter and the request. Never throws into the query that it watches.</summary>
internal sealed class QueryObserver(SlowQueries queries, DatabaseMeter meter)
{
    private static readonly int Executed = RelationalEventId.CommandExecuted.Id;
    private static readonly int Error = RelationalEventId.CommandError.Id;
    private static readonly int Canceled = RelationalEventId.CommandCanceled.Id;
    private static readonly int Disposing = RelationalEventId.DataReaderDisposing.Id;

    // A log that is written to a database through a watched context would otherwise log its own slowness without end.
    [ThreadStatic]
    private static bool _isInside;

    public static bool IsWanted(int eventId) => eventId == Executed || eventId == Disposing || eventId == Error || eventId == Canceled;

    public void Observe(EventData eventData)
    {
        if (_isInside)
            return;
        _isInside = true;
        try
        {
            Take(eventData);
        }
        catch (Exception)
        {
            queries.CountFailure();
        }
        finally
        {
            _isInside = false;
        }
    }

    private void Take(EventData eventData)
    {
        switch (eventData)
        {
            case CommandExecutedEventData executed:
                RequestScope.Current?.Add(executed.Command.CommandText);
                queries.Executed(executed.Command.CommandText, executed.Duration, executed.Context, executed.Command);
                meter.Executed(executed, null);
                break;
            case CommandErrorEventData failed:
                Fail(failed, QueryError.KindOf(failed.Exception), QueryError.Describe(failed.Exception), failed.Exception);
                break;
            case CommandEndEventData cancelled:
                Fail(cancelled, SlowQueryKind.Cancelled, null, null);
                break;
            case DataReaderDisposingEventData closing:
                queries.ReaderClosed(closing.Command.CommandText, closing.Duration, closing.Context, (closing.DataReader as TimedReader)?.Time, closing.Command);
                meter.ReaderClosed(closing);
                break;
        }
    }

    private void Fail(CommandEndEventData failed, SlowQueryKind kind, string? error, Exception? exception)
    {
        RequestScope.Current?.Add(failed.Command.CommandText);
        queries.Failed(failed.Command.CommandText, failed.Duration, failed.Context, kind, error, failed.Command);
        meter.Executed(failed, kind switch
        {
            SlowQueryKind.Timeout => DatabaseMeter.TimeoutError,
            SlowQueryKind.Cancelled => DatabaseMeter.CancelledError,
            _ => exception!.GetType().FullName,
        });
    }
}
