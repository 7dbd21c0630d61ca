using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PerfBudgets;
using PerfMonitor.Log;
using PerfMonitor.Redaction;
using PerfMonitor.Statements;

namespace PerfMonitor;

/// <summary>The slow-query log of a process. A singleton of the container, added by AddPerfMonitor; safe to use from any thread.</summary>
public sealed class SlowQueries
{
    private readonly Lock _gate = new();
    private readonly EntryBuffer _entries = new();
    private readonly GroupTable _groups = new();
    private readonly long[] _slow = new long[2];
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DateTimeOffset _since;
    private readonly bool _recordsValues;
    private volatile QueryThresholds _thresholds;
    private long _warningTicks;
    private long _criticalTicks;
    private long _commands;
    private long _logged;
    private long _failures;

    internal SlowQueries(QueryThresholds thresholds, TimeProvider time, ILogger logger, bool recordsValues = false)
    {
        _recordsValues = recordsValues;
        _time = time;
        _logger = logger;
        _since = time.GetUtcNow();
        _thresholds = thresholds;
        Thresholds = thresholds;
    }

    /// <summary>From when on a command is slow; at first as perf-budgets.json says. What is set holds from the next command on.</summary>
    /// <exception cref="ArgumentException">The critical limit is below the warning limit.</exception>
    public QueryThresholds Thresholds
    {
        get => _thresholds;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Critical < value.Warning)
                throw new ArgumentException($"The critical limit ({value.Critical}) is below the warning limit ({value.Warning}): raise it, or lower the other.", nameof(value));
            _thresholds = value;
            Volatile.Write(ref _criticalTicks, value.Critical.ToTimeSpan().Ticks);
            Volatile.Write(ref _warningTicks, value.Warning.ToTimeSpan().Ticks);
        }
    }

    /// <summary>The log as it is now.</summary>
    /// <returns>A copy, which later commands don't change.</returns>
    public SlowQueryReport GetReport()
    {
        lock (_gate)
        {
            return new SlowQueryReport(
                _since, _thresholds, Volatile.Read(ref _commands), _logged, _entries.Dropped, Volatile.Read(ref _failures), [.. _entries.NewestFirst()], _groups.ToReport());
        }
    }

    /// <summary>Bytes, entries, and entries dropped, for the gauges.</summary>
    internal (long Size, long Count, long Dropped) Memory
    {
        get
        {
            lock (_gate)
                return (_entries.Size, _entries.Count, _entries.Dropped);
        }
    }

    internal long Slow(SlowQuerySeverity severity) => Volatile.Read(ref _slow[(int)severity]);

    internal void CountFailure() => Interlocked.Increment(ref _failures);

    /// <summary>A command was executed: on a fast one this is all that happens. Not even the context is asked for its model: that takes several times as long as the rest.</summary>
    internal void Executed(string sql, TimeSpan duration, DbContext? context, DbCommand? command = null)
    {
        Interlocked.Increment(ref _commands);
        if (SeverityOf(duration) is not { } severity)
            return;
        Interlocked.Increment(ref _slow[(int)severity]);
        Add(sql, SlowQueryKind.SlowExecution, severity, duration, context, null, command);
    }

    /// <summary>A reader was closed after so long; <paramref name="reading"/> is what it took itself, where that was measured.</summary>
    internal void ReaderClosed(string sql, TimeSpan open, DbContext? context, TimeSpan? reading = null, DbCommand? command = null)
    {
        if (reading is { } time && SeverityOf(time) is { } slow)
            Add(sql, SlowQueryKind.SlowReading, slow, time, context, null, command);
        else if (SeverityOf(open) is { } severity)
            Add(sql, SlowQueryKind.ReaderOpen, severity, open, context, null, command);
    }

    /// <summary>A command failed.</summary>
    internal void Failed(string sql, TimeSpan duration, DbContext? context, SlowQueryKind kind, string? error, DbCommand? command = null)
    {
        Interlocked.Increment(ref _commands);
        Add(sql, kind, kind == SlowQueryKind.Timeout ? SlowQuerySeverity.Critical : SlowQuerySeverity.Warning, duration, context, error, command);
    }

    private SlowQuerySeverity? SeverityOf(TimeSpan duration) =>
        duration.Ticks <= Volatile.Read(ref _warningTicks) ? null : duration.Ticks > Volatile.Read(ref _criticalTicks) ? SlowQuerySeverity.Critical : SlowQuerySeverity.Warning;

    private void Add(string sql, SlowQueryKind kind, SlowQuerySeverity severity, TimeSpan duration, DbContext? context, string? error, DbCommand? command)
    {
        var statement = StatementInfo.Read(sql);
        var entry = new SlowQueryEntry(
            _time.GetUtcNow(), kind, severity, duration, statement.Target.Action, EntityNames.Of(statement.Target.Table, context?.Model), statement.CallSite, error, statement.Masked)
        {
            Parameters = _recordsValues && command is not null ? ParameterValues.Read(command.Parameters, sql, context?.Model) : [],
        };
        lock (_gate)
        {
            _entries.Add(entry);
            _groups.Add(entry, statement.Fingerprint);
            _logged++;
        }

        SlowQueryMessages.Log(_logger, entry);
    }
}
