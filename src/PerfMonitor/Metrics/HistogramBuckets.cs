using System.Collections.Immutable;
using PerfBudgets;

namespace PerfMonitor.Metrics;

/// <summary>
/// Where the histograms' buckets end, in seconds, rising. A percentile taken from a histogram is interpolated within a bucket, so that "p95 is over
/// 400 ms" is exact only where 0.4 ends one: every limit that a histogram is judged by does.
/// </summary>
/// <param name="Operations">Of operations and of what an application times itself.</param>
/// <param name="Queries">Of database commands.</param>
/// <param name="Deliveries">Of messages on their way.</param>
internal sealed record HistogramBuckets(ImmutableArray<double> Operations, ImmutableArray<double> Queries, ImmutableArray<double> Deliveries)
{
    /// <summary>Counts of one request or query, such as rows.</summary>
    public static readonly ImmutableArray<double> Counts = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000];

    // OpenTelemetry's own boundaries for HTTP requests and database calls, seconds.
    private static readonly ImmutableArray<double> HttpSteps = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
    private static readonly ImmutableArray<double> DatabaseSteps = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];
    private static readonly ImmutableArray<double> DeliverySteps = [0.1, 0.5, 1, 2.5, 5, 10, 15, 30, 60, 300, 900, 3600];

    /// <summary>The buckets of an application with these budgets.</summary>
    public static HistogramBuckets For(BudgetFile budgets) => new(
        With(HttpSteps, budgets.Operations.Values.SelectMany(operation => new[] { operation.P50, operation.P95, operation.P99 })),
        With(DatabaseSteps, [new Limits(budgets.Queries.Target, budgets.Queries.Warning, budgets.Queries.Critical)]),
        With(DeliverySteps, [budgets.Delivery.Latency]));

    private static ImmutableArray<double> With(ImmutableArray<double> steps, IEnumerable<Limits?> limits)
    {
        var all = limits.SelectMany(limit => new[] { limit?.Target, limit?.Warning, limit?.Critical }).OfType<Duration>().Select(duration => duration.TotalSeconds).ToList();

        // A percentile in the last bucket, which has no end, is taken for that bucket's beginning: nothing would ever be over a limit that begins it.
        if (all.Count > 0 && all.Max() >= steps[^1])
            all.Add(2 * all.Max());
        return [.. all.Concat(steps).Distinct().Order()];
    }
}
