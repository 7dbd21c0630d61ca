using System.Collections.Immutable;
using System.Globalization;
using PerfBudgets;
using PerfMonitor.Metrics;
using static PerfTool.Alerts.AlertQuestion;

namespace PerfTool.Alerts;

/// <summary>What perf-budgets.json asks to be watched.</summary>
internal sealed record AlertCatalogue(ImmutableArray<AlertPolicy> Policies)
{
    private static readonly (string Name, double Quantile, Func<OperationBudget, Limits?> Of)[] s_percentiles =
        [("p50", 0.5, operation => operation.P50), ("p95", 0.95, operation => operation.P95), ("p99", 0.99, operation => operation.P99)];

    /// <summary>The policies for a file: the service as such, the database's two, one for each area of operations that has limits, delivery's and payments'.</summary>
    public static AlertCatalogue From(BudgetFile budgets, AlertTiming timing)
    {
        var rules = new AlertRules(timing);
        AlertPolicy[] before = [Service(rules), Database(budgets.Queries, rules), SlowQueries(budgets.Queries, rules)];
        AlertPolicy[] after = [Delivery(budgets.Delivery, rules), Payments(budgets.Payments, rules)];
        var taken = before.Concat(after).Select(policy => policy.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var areas = budgets.Operations.Values.GroupBy(operation => operation.Area).Select(area => Area(area.Key, [.. area], rules)).OfType<AlertPolicy>().Select(area => Apart(area, taken)).ToList();
        return new([.. before, .. areas, .. after]);
    }

    /// <summary>An area may be called like another policy (delivery.send), and no two policies may be called the same.</summary>
    private static AlertPolicy Apart(AlertPolicy area, HashSet<string> taken)
    {
        while (!taken.Add(area.Id))
            area = area with { Id = "operations-" + area.Id, Title = "Operations: " + area.Title };
        return area;
    }

    private static AlertPolicy Service(AlertRules rules) => new(
        "service",
        "Service",
        [rules.Rule("down", AlertSeverity.Critical, new Down(WatchedMetric.LogEntries) { Window = rules.Timing.Window }, "No instance can be reached: none of the other alerts sees anything of it")]);

    private static AlertPolicy Database(QueryThresholds limits, AlertRules rules) => new(
        "database-latency",
        "Database latency",
        [
            .. rules.Percentile("p95", new Limits(limits.Target, limits.Warning, limits.Critical), WatchedMetric.DbDuration, 0.95, [], null, "Database commands"),
            rules.Missing(WatchedMetric.DbErrors),
        ]);

    private static AlertPolicy SlowQueries(QueryThresholds limits, AlertRules rules)
    {
        return new("slow-queries", "Slow queries", [Slow(AlertSeverity.Critical, limits.Critical, "critical"), Slow(AlertSeverity.Warning, limits.Warning, "warning", "critical"), rules.Missing(WatchedMetric.DbSlowQueries)]);

        // A query over the critical limit is not counted again as a warning.
        AlertRule Slow(AlertSeverity severity, Duration limit, params ImmutableArray<string> counted) => rules.Rule(
            "count",
            severity,
            new CountReached(WatchedMetric.DbSlowQueries, [new LabelFilter(MetricNames.Severity, counted)], rules.Timing.SlowQueries) { Window = rules.Timing.Window },
            $"{rules.Timing.SlowQueries} queries or more took longer than {limit}");
    }

    /// <summary>Operations whose names begin alike; null where none of them has a limit that monitoring could hold it to.</summary>
    private static AlertPolicy? Area(string area, IReadOnlyList<OperationBudget> operations, AlertRules rules)
    {
        var limits = s_percentiles.SelectMany(percentile => Percentile(percentile.Name, percentile.Quantile, percentile.Of, operations, rules)).OrderByDescending(rule => rule.Severity).ToList();
        return limits.Count == 0 ? null : new AlertPolicy(area, char.ToUpper(area[0], CultureInfo.InvariantCulture) + area[1..], [.. limits, rules.Missing(WatchedMetric.OperationErrors)]);
    }

    private static IEnumerable<AlertRule> Percentile(string name, double quantile, Func<OperationBudget, Limits?> of, IReadOnlyList<OperationBudget> operations, AlertRules rules)
    {
        var alike = operations.Where(operation => of(operation) is not null).GroupBy(operation => (of(operation)!.Warning, of(operation)!.Critical)).ToList();
        return alike.SelectMany(group => rules.Percentile(
            // Named after its first operation where operations of an area differ in their limits: no two rules may be called the same.
            alike.Count == 1 ? name : $"{group.First().Name.Replace('.', '-')}-{name}",
            new Limits(null, group.Key.Warning, group.Key.Critical),
            WatchedMetric.OperationDuration,
            quantile,
            // A caller that went away says nothing of how long it would have taken.
            [new LabelFilter(MetricNames.Operation, [.. group.Select(operation => operation.Name)]), new LabelFilter(MetricNames.Outcome, ["aborted"], Excludes: true)],
            MetricNames.Operation,
            AlertRule.ByPlace));
    }

    private static AlertPolicy Delivery(DeliveryBudget budget, AlertRules rules)
    {
        var latency = rules.Percentile("p95", budget.Latency, WatchedMetric.DeliveryLatency, 0.95, [], MetricNames.Channel, $"Messages by {AlertRule.ByPlace}");
        return new(
            "delivery",
            "Delivery",
            [
                .. latency.Append(Share(AlertSeverity.Critical, budget.SuccessRate.Critical)).Append(Share(AlertSeverity.Warning, budget.SuccessRate.Warning)).OrderByDescending(rule => rule.Severity),
                rules.Missing(WatchedMetric.Deliveries),
            ]);

        AlertRule Share(AlertSeverity severity, double share) => rules.Rule(
            "success-rate",
            severity,
            new ShareBelow(WatchedMetric.Deliveries, new LabelFilter(MetricNames.Outcome, ["delivered"]), share, rules.Timing.MinimumVolume) { Window = rules.Timing.Window },
            string.Create(CultureInfo.InvariantCulture, $"Fewer than {share * 100:0.##} % of the messages arrive"));
    }

    private static AlertPolicy Payments(PaymentBudget budget, AlertRules rules) => new(
        "failed-payments",
        "Failed payments",
        [
            // A count of an hour that has been reached stays so for an hour: there is nothing to wait for.
            rules.Rule(
                "count",
                AlertSeverity.Warning,
                new CountReached(WatchedMetric.Payments, [new LabelFilter(MetricNames.Outcome, ["failed"])], budget.FailedPerHour) { Window = rules.Timing.PaymentWindow },
                budget.FailedPerHour == 1 ? "A payment failed" : string.Create(CultureInfo.InvariantCulture, $"{budget.FailedPerHour} payments or more failed")) with { For = TimeSpan.Zero },
            rules.Missing(WatchedMetric.Payments),
        ]);
}
