using System.Collections.Immutable;
using CsCheck;
using PerfBudgets;
using PerfMonitor.Metrics;

namespace PerfMonitor.Tests.Metrics;

public sealed class HistogramBucketsTests
{
    private static readonly Gen<Duration?> Limit =
        Gen.Select(Gen.Int[1, 999_999], Gen.OneOf("ns", "µs", "ms", "s"), Gen.Bool, (number, unit, given) => given ? Duration.Parse($"{number} {unit}") : (Duration?)null);

    private static readonly Gen<Limits> SomeLimits = Gen.Select(Limit, Limit, Limit, (target, warning, critical) => new Limits(target, warning, critical));

    private static readonly Gen<BudgetFile> File = Gen.Select(SomeLimits.Array[0, 60], SomeLimits, (limits, delivery) => new BudgetFile
    {
        Path = BudgetFile.FileName,
        Operations = limits.Select((limit, i) => new OperationBudget { Name = $"operation{i}", P95 = limit, P99 = limit })
            .ToImmutableSortedDictionary(operation => operation.Name, operation => operation, StringComparer.Ordinal),
        Queries = QueryThresholds.Default with { Target = limits.FirstOrDefault()?.Target },
        Delivery = DeliveryBudget.Default with { Latency = delivery },
    });

    [Fact]
    public void Every_limit_ends_a_bucket() => File.Sample(file =>
    {
        var buckets = HistogramBuckets.For(file);

        return file.Operations.Values.SelectMany(operation => Seconds(operation.P95)).All(buckets.Operations.Contains)
            && Seconds(new Limits(file.Queries.Target, file.Queries.Warning, file.Queries.Critical)).All(buckets.Queries.Contains)
            && Seconds(file.Delivery.Latency).All(buckets.Deliveries.Contains);
    });

    [Fact]
    public void Boundaries_rise_and_are_positive_and_finite() => File.Sample(file =>
    {
        var buckets = HistogramBuckets.For(file);

        return new[] { buckets.Operations, buckets.Queries, buckets.Deliveries }.All(all =>
            all[0] > 0 && double.IsFinite(all[^1]) && all.Zip(all.Skip(1)).All(pair => pair.First < pair.Second));
    });

    [Fact]
    public void There_are_no_more_boundaries_than_limits_and_steps_and_one_above_them() => File.Sample(file =>
        HistogramBuckets.For(file).Operations.Length <= 14 + 1 + file.Operations.Values.SelectMany(operation => Seconds(operation.P95)).Distinct().Count());

    [Fact]
    public void A_bucket_ends_above_every_limit() => File.Sample(file =>
    {
        var buckets = HistogramBuckets.For(file);
        return file.Operations.Values.SelectMany(operation => Seconds(operation.P95)).All(limit => buckets.Operations[^1] > limit) && file.Queries.Critical.TotalSeconds < buckets.Queries[^1];
    });

    private static IEnumerable<double> Seconds(Limits? limits) =>
        new[] { limits?.Target, limits?.Warning, limits?.Critical }.OfType<Duration>().Select(duration => duration.TotalSeconds);
}
