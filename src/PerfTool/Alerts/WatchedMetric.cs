using PerfMonitor.Metrics;

namespace PerfTool.Alerts;

/// <summary>An instrument that alerts or dashboards read.</summary>
/// <param name="Name">OpenTelemetry's name.</param>
/// <param name="Kind">What it is, which decides how it is asked.</param>
/// <param name="Unit">Its unit in UCUM.</param>
internal sealed record WatchedMetric(string Name, MetricKind Kind, string Unit)
{
    public static WatchedMetric DbDuration { get; } = new(MetricNames.DbDuration, MetricKind.Histogram, "s");

    public static WatchedMetric DbReaderOpen { get; } = new(MetricNames.DbReaderOpen, MetricKind.Histogram, "s");

    public static WatchedMetric DbSlowQueries { get; } = new(MetricNames.DbSlowQueries, MetricKind.Counter, "{query}");

    public static WatchedMetric DbErrors { get; } = new(MetricNames.DbErrors, MetricKind.Counter, "{command}");

    public static WatchedMetric DbRows { get; } = new(MetricNames.DbRows, MetricKind.Histogram, "{row}");

    public static WatchedMetric DbCommandsPerRequest { get; } = new(MetricNames.DbCommandsPerRequest, MetricKind.Histogram, "{command}");

    public static WatchedMetric DbRepeatedStatements { get; } = new(MetricNames.DbRepeatedStatements, MetricKind.Counter, "{suspicion}");

    public static WatchedMetric LogSize { get; } = new(MetricNames.SlowQueryLogSize, MetricKind.Gauge, "By");

    public static WatchedMetric LogEntries { get; } = new(MetricNames.SlowQueryLogEntries, MetricKind.Gauge, "{entry}");

    public static WatchedMetric LogDropped { get; } = new(MetricNames.SlowQueryLogDropped, MetricKind.Counter, "{entry}");

    public static WatchedMetric OperationDuration { get; } = new(MetricNames.OperationDuration, MetricKind.Histogram, "s");

    public static WatchedMetric OperationActive { get; } = new(MetricNames.OperationActive, MetricKind.Gauge, "{operation}");

    public static WatchedMetric OperationErrors { get; } = new(MetricNames.OperationErrors, MetricKind.Counter, "{error}");

    public static WatchedMetric OperationSlow { get; } = new(MetricNames.OperationSlow, MetricKind.Counter, "{operation}");

    public static WatchedMetric TimedDuration { get; } = new(MetricNames.TimedDuration, MetricKind.Histogram, "s");

    public static WatchedMetric Deliveries { get; } = new(MetricNames.Deliveries, MetricKind.Counter, "{message}");

    public static WatchedMetric DeliveryLatency { get; } = new(MetricNames.DeliveryLatency, MetricKind.Histogram, "s");

    public static WatchedMetric MessagesSent { get; } = new(MetricNames.MessagesSent, MetricKind.Counter, "{message}");

    public static WatchedMetric SmsCost { get; } = new(MetricNames.SmsCost, MetricKind.Counter, "{USD}");

    public static WatchedMetric ActiveSubscriptions { get; } = new(MetricNames.ActiveSubscriptions, MetricKind.Gauge, "{subscription}");

    public static WatchedMetric Payments { get; } = new(MetricNames.Payments, MetricKind.Counter, "{payment}");

    public static WatchedMetric TrialsExpiring { get; } = new(MetricNames.TrialsExpiring, MetricKind.Gauge, "{trial}");

    public static WatchedMetric TrialsExpired { get; } = new(MetricNames.TrialsExpired, MetricKind.Counter, "{trial}");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WatchedMetric> All { get; } =
    [
        DbDuration, DbReaderOpen, DbSlowQueries, DbErrors, DbRows, DbCommandsPerRequest, DbRepeatedStatements, LogSize, LogEntries, LogDropped,
        OperationDuration, OperationActive, OperationErrors, OperationSlow, TimedDuration,
        Deliveries, DeliveryLatency, MessagesSent, SmsCost,
        ActiveSubscriptions, Payments, TrialsExpiring, TrialsExpired,
    ];
}
