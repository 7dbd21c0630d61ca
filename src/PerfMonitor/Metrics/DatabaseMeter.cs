using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PerfMonitor.Statements;

namespace PerfMonitor.Metrics;

/// <summary>
/// The database's instruments. <see cref="MetricNames.DbDuration"/> is not recorded of a PostgreSQL command while somebody listens to Npgsql's own
/// instrument of this name: it would count twice.
/// </summary>
internal sealed class DatabaseMeter : IDisposable
{
    public const string TimeoutError = "timeout";
    public const string CancelledError = "cancelled";
    private const string OtherError = "_OTHER";
    private const int MostErrorTypes = 30;
    private const int MostTables = 300;
    private const string OtherTable = "(other)";

    private static readonly string[] Actions = ["OTHER", "SELECT", "INSERT", "UPDATE", "DELETE"];

    private readonly ConcurrentDictionary<string, long> _errors = new(StringComparer.Ordinal) { [TimeoutError] = 0, [CancelledError] = 0 };
    private readonly ConcurrentDictionary<string, bool> _tables = new(StringComparer.Ordinal);
    private readonly StatementCache _statements = new();
    private readonly MeterListener _npgsql = new();
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _readerOpen;
    private readonly Histogram<long> _rows;
    private Instrument? _npgsqlDuration;

    public DatabaseMeter(PerfMonitorMeter monitor, SlowQueries queries)
    {
        var meter = monitor.Meter;
        _duration = meter.Histogram(MetricNames.DbDuration, "s", PerfMetrics.DatabaseDuration, monitor.Buckets.Queries);
        _readerOpen = meter.Histogram(MetricNames.DbReaderOpen, "s", "How long a reader stayed open, the caller's work between its rows included.", monitor.Buckets.Queries);
        _rows = meter.CreateHistogram(MetricNames.DbRows, "{row}", "Rows read of a query.", advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 10, 100, 1_000, 10_000, 100_000] });
        // Observed, so that each outcome is there at zero whenever somebody begins to listen.
        meter.CreateObservableCounter(
            MetricNames.DbSlowQueries, () => new[] { Slow("warning", SlowQuerySeverity.Warning), Slow("critical", SlowQuerySeverity.Critical) }, "{query}", "Queries over a limit.");
        meter.CreateObservableCounter(
            MetricNames.DbErrors, () => _errors.Select(error => new Measurement<long>(error.Value, new KeyValuePair<string, object?>(MetricNames.ErrorType, error.Key))), "{command}", "Commands that failed, were cancelled or timed out.");
        meter.CreateObservableGauge(MetricNames.SlowQueryLogSize, () => queries.Memory.Size, "By", "Memory of the slow-query log.");
        meter.CreateObservableGauge(MetricNames.SlowQueryLogEntries, () => queries.Memory.Count, "{entry}", "Entries of the slow-query log.");
        meter.CreateObservableCounter(MetricNames.SlowQueryLogDropped, () => queries.Memory.Dropped, "{entry}", "Entries that made room for newer ones.");
        // Learns of the instrument, and listens to nothing.
        _npgsql.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == "Npgsql" && instrument.Name == MetricNames.DbDuration)
                _npgsqlDuration = instrument;
        };
        _npgsql.Start();

        Measurement<long> Slow(string name, SlowQuerySeverity severity) => new(queries.Slow(severity), new KeyValuePair<string, object?>(MetricNames.Severity, name));
    }

    public void Executed(CommandEndEventData command, string? error)
    {
        if (error is not null)
            _errors.AddOrUpdate(_errors.ContainsKey(error) || _errors.Count < MostErrorTypes ? error : OtherError, 1, (_, times) => times + 1);
        if (!_duration.Enabled)
            return;
        var system = SystemOf(command.Connection);
        if (system == "postgresql" && _npgsqlDuration?.Enabled == true)
            return;
        var tags = Tags(system, command.Command.CommandText, command.Context);
        if (error is not null)
            tags.Add(MetricNames.ErrorType, error);
        _duration.Record(command.Duration.TotalSeconds, tags);
    }

    public void ReaderClosed(DataReaderDisposingEventData reader)
    {
        if (!_readerOpen.Enabled && !_rows.Enabled)
            return;
        var tags = Tags(SystemOf(reader.Command.Connection), reader.Command.CommandText, reader.Context);
        _readerOpen.Record(reader.Duration.TotalSeconds, tags);
        // EF Core counts how often it asked for a row. Whoever reads to the end asks once more than there are rows.
        _rows.Record(reader.ReadCount <= 1 ? (reader.DataReader is { IsClosed: false, HasRows: false } ? 0 : reader.ReadCount) : reader.ReadCount - 1, tags);
    }

    public void Dispose() => _npgsql.Dispose();

    private static string SystemOf(DbConnection? connection) => connection?.GetType().Namespace switch
    {
        "Npgsql" => "postgresql",
        "Microsoft.Data.Sqlite" => "sqlite",
        "Microsoft.Data.SqlClient" => "microsoft.sql_server",
        "MySqlConnector" or "MySql.Data.MySqlClient" => "mysql",
        _ => "other_sql",
    };

    private TagList Tags(string system, string sql, DbContext? context)
    {
        var (action, entity) = _statements.Get(sql, context);
        var tags = new TagList { { MetricNames.DbSystem, system }, { MetricNames.DbOperation, Actions[(int)action] } };
        if (entity is not null)
            tags.Add(MetricNames.DbCollection, Bounded(entity));
        return tags;
    }

    /// <summary>SQL of an application's own may name any number of tables, and each would be a time series.</summary>
    private string Bounded(string collection)
    {
        if (_tables.ContainsKey(collection))
            return collection;
        return _tables.Count < MostTables && _tables.TryAdd(collection, true) ? collection : OtherTable;
    }
}
