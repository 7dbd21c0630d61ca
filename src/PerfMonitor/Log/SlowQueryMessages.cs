using Microsoft.Extensions.Logging;

namespace PerfMonitor.Log;

/// <summary>An entry as a log line, of category <c>PerfMonitor.SlowQueries</c>.</summary>
internal static partial class SlowQueryMessages
{
    public static void Log(ILogger logger, SlowQueryEntry entry)
    {
        var milliseconds = entry.Duration.TotalMilliseconds;
        var action = entry.Action.ToString().ToLowerInvariant();
        var entity = entry.Entity ?? "-";
        var site = entry.CallSite ?? "-";
        var sql = entry.SqlWithParameters;
        switch (entry.Kind)
        {
            case SlowQueryKind.SlowExecution when entry.Severity == SlowQuerySeverity.Critical:
                Critical(logger, milliseconds, action, entity, site, sql);
                break;
            case SlowQueryKind.SlowExecution:
                Slow(logger, milliseconds, action, entity, site, sql);
                break;
            case SlowQueryKind.ReaderOpen:
                ReaderOpen(logger, milliseconds, action, entity, site, sql);
                break;
            case SlowQueryKind.SlowReading:
                Reading(logger, milliseconds, action, entity, site, sql);
                break;
            case SlowQueryKind.Timeout:
                Timeout(logger, milliseconds, action, entity, site, entry.Error, sql);
                break;
            case SlowQueryKind.Cancelled:
                Cancelled(logger, milliseconds, action, entity, site, sql);
                break;
            default:
                Failed(logger, milliseconds, action, entity, site, entry.Error, sql);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Slow query: {Milliseconds:F0} ms, {Action} {Entity}, {CallSite}: {Sql}", EventName = "SlowQuery")]
    private static partial void Slow(ILogger logger, double milliseconds, string action, string entity, string callSite, string sql);

    [LoggerMessage(2, LogLevel.Error, "Critically slow query: {Milliseconds:F0} ms, {Action} {Entity}, {CallSite}: {Sql}", EventName = "CriticalQuery")]
    private static partial void Critical(ILogger logger, double milliseconds, string action, string entity, string callSite, string sql);

    [LoggerMessage(3, LogLevel.Warning, "Reader open for {Milliseconds:F0} ms, the caller's work between its rows included, {Action} {Entity}, {CallSite}: {Sql}", EventName = "ReaderOpen")]
    private static partial void ReaderOpen(ILogger logger, double milliseconds, string action, string entity, string callSite, string sql);

    [LoggerMessage(7, LogLevel.Warning, "Reading rows took {Milliseconds:F0} ms, {Action} {Entity}, {CallSite}: {Sql}", EventName = "SlowReading")]
    private static partial void Reading(ILogger logger, double milliseconds, string action, string entity, string callSite, string sql);

    [LoggerMessage(4, LogLevel.Error, "Query timed out after {Milliseconds:F0} ms, {Action} {Entity}, {CallSite}, {Error}: {Sql}", EventName = "QueryTimeout")]
    private static partial void Timeout(ILogger logger, double milliseconds, string action, string entity, string callSite, string? error, string sql);

    [LoggerMessage(5, LogLevel.Information, "Query cancelled after {Milliseconds:F0} ms, {Action} {Entity}, {CallSite}: {Sql}", EventName = "QueryCancelled")]
    private static partial void Cancelled(ILogger logger, double milliseconds, string action, string entity, string callSite, string sql);

    [LoggerMessage(6, LogLevel.Warning, "Query failed after {Milliseconds:F0} ms, {Action} {Entity}, {CallSite}, {Error}: {Sql}", EventName = "QueryFailed")]
    private static partial void Failed(ILogger logger, double milliseconds, string action, string entity, string callSite, string? error, string sql);
}
