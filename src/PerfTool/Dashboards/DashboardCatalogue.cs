using System.Collections.Immutable;
using PerfBudgets;
using PerfTool.Alerts;
using PerfTool.Alerts.Prometheus;

namespace PerfTool.Dashboards;

/// <summary>Four dashboards: the database, the operations of perf-budgets.json, delivery of messages, and billing. Lines stand where the budgets have limits.</summary>
internal static class DashboardCatalogue
{
    /// <summary>What every query is limited to: the variable at the top of the page.</summary>
    private const string Job = "job=~\"$job\"";

    private const string Window = "$__rate_interval";

    public static ImmutableArray<Dashboard> From(BudgetFile budgets) =>
    [
        Database(budgets.Queries),
        Operations(budgets),
        Delivery(budgets.Delivery),
        Billing(budgets),
    ];

    private static Dashboard Database(QueryThresholds limits) => new("perfmonitor-database", "PerfMonitor: database",
    [
        new("Commands a second", "reqps", [(Rate(WatchedMetric.DbDuration, "_count", "db_operation_name"), "{{db_operation_name}}")]),
        Percentiles("Duration of commands", WatchedMetric.DbDuration, limits.Warning.TotalSeconds, limits.Critical.TotalSeconds),
        new("Slowest tables, 95th percentile", "s", [($"topk(5, {Quantile(WatchedMetric.DbDuration, 0.95, "db_collection_name")})", "{{db_collection_name}}")], limits.Warning.TotalSeconds, limits.Critical.TotalSeconds),
        new("Slow queries a minute", "short", [(PerMinute(WatchedMetric.DbSlowQueries, "severity"), "{{severity}}")]),
        new("Failed commands a minute", "short", [(PerMinute(WatchedMetric.DbErrors, "error_type"), "{{error_type}}")]),
        new("Rows read by a query, 95th percentile", "short", [(Quantile(WatchedMetric.DbRows, 0.95, "db_collection_name"), "{{db_collection_name}}")]),
        new("Commands of a request", "short", [(Quantile(WatchedMetric.DbCommandsPerRequest, 0.5), "half of the requests"), (Quantile(WatchedMetric.DbCommandsPerRequest, 0.95), "95 of 100")]),
        new("Suspicions of N+1 a minute", "short", [(PerMinute(WatchedMetric.DbRepeatedStatements), "statements sent again and again")]),
        Percentiles("Readers open", WatchedMetric.DbReaderOpen, null, null) with { Note = "Includes what the application does between two rows." },
        new("Memory of the slow-query log", "bytes", [($"sum({PrometheusNames.Of(WatchedMetric.LogSize)}{{{Job}}})", "used")]),
        new("Entries of the slow-query log", "short", [($"sum({PrometheusNames.Of(WatchedMetric.LogEntries)}{{{Job}}})", "entries"), (PerMinute(WatchedMetric.LogDropped), "made room, a minute")]),
    ]);

    private static Dashboard Operations(BudgetFile budgets) => new("perfmonitor-operations", "PerfMonitor: operations",
    [
        new("Requests a second", "reqps", [(Rate(WatchedMetric.OperationDuration, "_count", "operation"), "{{operation}}")]),
        new("Running now", "short", [($"sum by (operation) ({PrometheusNames.Of(WatchedMetric.OperationActive)}{{{Job}}})", "{{operation}}")]),
        new("Errors a minute", "short", [(PerMinute(WatchedMetric.OperationErrors, "operation, error_type"), "{{operation}} {{error_type}}")]),
        new("Over a limit, a minute", "short", [(PerMinute(WatchedMetric.OperationSlow, "operation, severity"), "{{operation}} {{severity}}")]),
        .. from operation in budgets.Operations.Values
           let limits = operation.P95
           select new DashboardPanel(
               operation.Name,
               "s",
               [
                   (Quantile(WatchedMetric.OperationDuration, 0.5, filter: Is(operation)), "half"),
                   (Quantile(WatchedMetric.OperationDuration, 0.95, filter: Is(operation)), "95 of 100"),
                   (Quantile(WatchedMetric.OperationDuration, 0.99, filter: Is(operation)), "99 of 100"),
               ],
               limits?.Warning?.TotalSeconds,
               limits?.Critical?.TotalSeconds,
               operation.Description ?? ""),
        new("What the application times itself, 95th percentile", "s", [(Quantile(WatchedMetric.TimedDuration, 0.95, "operation"), "{{operation}}")]),
    ]);

    private static Dashboard Delivery(DeliveryBudget budget)
    {
        var all = PrometheusNames.Of(WatchedMetric.Deliveries);
        return new("perfmonitor-delivery", "PerfMonitor: delivery",
        [
            new("Arrived", "percentunit", [($"sum by (channel) (increase({all}{{{Job},outcome=\"delivered\"}}[{Window}])) / sum by (channel) (increase({all}{{{Job}}}[{Window}]))", "{{channel}}")],
                budget.SuccessRate.Warning, budget.SuccessRate.Critical, "Of those that were delivered or given up."),
            new("From sending to delivery, 95th percentile", "s", [(Quantile(WatchedMetric.DeliveryLatency, 0.95, "channel"), "{{channel}}")], budget.Latency.Warning?.TotalSeconds, budget.Latency.Critical?.TotalSeconds),
            new("Sent a minute", "short", [(PerMinute(WatchedMetric.MessagesSent, "channel"), "{{channel}}")]),
            new("Delivered and failed, a minute", "short", [(PerMinute(WatchedMetric.Deliveries, "channel, outcome"), "{{channel}} {{outcome}}")]),
            new("Cost of text messages, an hour", "currencyUSD", [($"sum(increase({PrometheusNames.Of(WatchedMetric.SmsCost)}{{{Job}}}[1h]))", "US dollars")]),
        ]);
    }

    private static Dashboard Billing(BudgetFile budgets) => new("perfmonitor-billing", "PerfMonitor: billing",
    [
        new("Active subscriptions", "short", [($"max by (job) ({PrometheusNames.Of(WatchedMetric.ActiveSubscriptions)}{{{Job}}})", "{{job}}")]),
        new("Payments, an hour", "short", [($"sum by (outcome) (increase({PrometheusNames.Of(WatchedMetric.Payments)}{{{Job}}}[1h]))", "{{outcome}}")]),
        new("Failed payments, an hour", "short", [($"sum by (job) (increase({PrometheusNames.Of(WatchedMetric.Payments)}{{{Job},outcome=\"failed\"}}[1h]))", "{{job}}")], budgets.Payments.FailedPerHour),
        new($"Trials that end within {budgets.Trials.ExpiringWithinDays} days", "short", [($"max by (job) ({PrometheusNames.Of(WatchedMetric.TrialsExpiring)}{{{Job}}})", "{{job}}")]),
        new("Trials that ended without a subscription, a day", "short", [($"sum(increase({PrometheusNames.Of(WatchedMetric.TrialsExpired)}{{{Job}}}[1d]))", "ended")]),
    ]);

    private static string Is(OperationBudget operation) => $",operation={PromQl.Quote(operation.Name)}";

    private static DashboardPanel Percentiles(string title, WatchedMetric metric, double? warning, double? critical) => new(
        title, "s", [(Quantile(metric, 0.5), "half"), (Quantile(metric, 0.95), "95 of 100"), (Quantile(metric, 0.99), "99 of 100")], warning, critical);

    private static string Quantile(WatchedMetric metric, double quantile, string? by = null, string filter = "") =>
        $"histogram_quantile({PromQl.Number(quantile)}, sum by ({(by is null ? "" : by + ", ")}le) (rate({PrometheusNames.Of(metric)}_bucket{{{Job}{filter}}}[{Window}])))";

    private static string Rate(WatchedMetric metric, string part, string by) => $"sum by ({by}) (rate({PrometheusNames.Of(metric)}{part}{{{Job}}}[{Window}]))";

    private static string PerMinute(WatchedMetric metric, string? by = null) => $"sum{(by is null ? "" : $" by ({by})")} (rate({PrometheusNames.Of(metric)}{{{Job}}}[{Window}])) * 60";
}
