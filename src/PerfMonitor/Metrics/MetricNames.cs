namespace PerfMonitor.Metrics;

/// <summary>
/// What PerfMonitor's instruments and their attributes are called. Where OpenTelemetry's semantic conventions have a name, it is theirs
/// (https://opentelemetry.io/docs/specs/semconv/db/database-metrics/); the rest begins with <c>perfmonitor.</c>, <c>messaging.</c> or <c>billing.</c>. Units are UCUM.
/// </summary>
internal static class MetricNames
{
    /// <summary>The meter.</summary>
    public const string Meter = "PerfMonitor";

    // Database.

    /// <summary>Histogram, s: execution of one command.</summary>
    public const string DbDuration = "db.client.operation.duration";

    /// <summary>Histogram, s: how long a reader stayed open, the caller's work between its rows included.</summary>
    public const string DbReaderOpen = "perfmonitor.db.reader.open.duration";

    /// <summary>Counter, {query}: queries over a limit, by <see cref="Severity"/>.</summary>
    public const string DbSlowQueries = "perfmonitor.db.slow_queries";

    /// <summary>Counter, {command}: commands that failed, were cancelled or timed out, by <see cref="ErrorType"/>.</summary>
    public const string DbErrors = "perfmonitor.db.errors";

    /// <summary>Histogram, {row}: rows read of a query.</summary>
    public const string DbRows = "perfmonitor.db.rows";

    /// <summary>Histogram, {command}: commands of one request.</summary>
    public const string DbCommandsPerRequest = "perfmonitor.db.request.commands";

    /// <summary>Counter, {suspicion}: statements that one request sent again and again.</summary>
    public const string DbRepeatedStatements = "perfmonitor.db.n_plus_one_suspicions";

    /// <summary>Gauge, By: memory of the slow-query log.</summary>
    public const string SlowQueryLogSize = "perfmonitor.slow_query_log.size";

    /// <summary>Gauge, {entry}: entries of the slow-query log.</summary>
    public const string SlowQueryLogEntries = "perfmonitor.slow_query_log.entries";

    /// <summary>Counter, {entry}: entries that made room for newer ones.</summary>
    public const string SlowQueryLogDropped = "perfmonitor.slow_query_log.dropped";

    // Operations of perf-budgets.json.

    /// <summary>Histogram, s: an operation from its first byte to its last, by <see cref="Operation"/> and <see cref="Outcome"/>.</summary>
    public const string OperationDuration = "perfmonitor.operation.duration";

    /// <summary>UpDownCounter, {operation}: operations that are running.</summary>
    public const string OperationActive = "perfmonitor.operation.active";

    /// <summary>Counter, {error}: operations that failed, by <see cref="Operation"/> and <see cref="ErrorType"/>.</summary>
    public const string OperationErrors = "perfmonitor.operation.errors";

    /// <summary>Counter, {operation}: operations over a limit, by <see cref="Operation"/> and <see cref="Severity"/>.</summary>
    public const string OperationSlow = "perfmonitor.operation.slow";

    /// <summary>Histogram, s: what an application times by itself.</summary>
    public const string TimedDuration = "perfmonitor.timed.duration";

    // Messages.

    /// <summary>Counter, {message}: messages delivered or given up, by <see cref="Channel"/> and <see cref="Outcome"/>.</summary>
    public const string Deliveries = "messaging.delivery.outcomes";

    /// <summary>Histogram, s: from a message's sending to its delivery.</summary>
    public const string DeliveryLatency = "messaging.delivery.duration";

    /// <summary>Counter, {message}: messages handed to a provider.</summary>
    public const string MessagesSent = "messaging.delivery.sent";

    /// <summary>Counter, {USD}: what SMS cost.</summary>
    public const string SmsCost = "messaging.sms.cost";

    // Billing.

    /// <summary>Gauge, {subscription}: subscriptions that are active.</summary>
    public const string ActiveSubscriptions = "billing.subscriptions.active";

    /// <summary>Counter, {payment}: payments, by <see cref="Outcome"/>.</summary>
    public const string Payments = "billing.payments";

    /// <summary>Gauge, {trial}: trials that end within the days that perf-budgets.json names.</summary>
    public const string TrialsExpiring = "billing.trials.expiring";

    /// <summary>Counter, {trial}: trials that ended without a subscription.</summary>
    public const string TrialsExpired = "billing.trials.expired";

    // Attributes.

    /// <summary>The database system, for example <c>postgresql</c>, <c>sqlite</c>, <c>microsoft.sql_server</c>.</summary>
    public const string DbSystem = "db.system.name";

    /// <summary>The entity or, where none is known, the table.</summary>
    public const string DbCollection = "db.collection.name";

    /// <summary>SELECT, INSERT, UPDATE, DELETE or OTHER.</summary>
    public const string DbOperation = "db.operation.name";

    /// <summary>The exception's type, <c>timeout</c> or <c>cancelled</c>; missing on success.</summary>
    public const string ErrorType = "error.type";

    /// <summary><c>warning</c> or <c>critical</c>.</summary>
    public const string Severity = "severity";

    /// <summary>The operation's name in perf-budgets.json.</summary>
    public const string Operation = "operation";

    /// <summary><c>success</c>, <c>failure</c> or, where the caller went away, <c>aborted</c>; for deliveries <c>delivered</c> or <c>failed</c>; for payments <c>succeeded</c> or <c>failed</c>.</summary>
    public const string Outcome = "outcome";

    /// <summary><c>sms</c>, <c>email</c> or <c>push</c>.</summary>
    public const string Channel = "channel";
}
