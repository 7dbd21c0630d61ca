using System.Text.Json;
using PerfTool.Results;

namespace PerfTool.Imports;

/// <summary>BenchmarkDotNet's JSON: a benchmark's statistics in nanoseconds, its samples (means of iterations), and bytes an operation.</summary>
internal static class BenchmarkDotNetReport
{
    /// <summary>The tool's name.</summary>
    public const string Tool = "benchmarkdotnet";

    /// <summary>Reads a report; null where it is none.</summary>
    public static Imported? Read(JsonElement root)
    {
        var json = (JsonElement?)root;
        var all = json.Member("Benchmarks").Items().Select(Metric).OfType<(string Name, string? Job, ImportedMetric Metric)>().ToArray();
        // The same benchmark under several jobs or runtimes.
        var metrics = all.GroupBy(one => one.Name, StringComparer.Ordinal)
            .SelectMany(group => group.Count() == 1 ? group.Select(one => one.Metric) : group.Select(one => one.Metric with { Name = $"{one.Name} [{one.Job}]" }))
            .DistinctBy(metric => metric.Name).OrderBy(metric => metric.Name, StringComparer.Ordinal);
        return new Imported(Tool, Machine(json.Member("HostEnvironmentInfo")), null, [.. metrics], []);
    }

    private static (string, string?, ImportedMetric)? Metric(JsonElement? benchmark)
    {
        if (benchmark.Member("FullName").Text() is not { } name || string.IsNullOrWhiteSpace(name))
            return null;
        var statistics = benchmark.Member("Statistics");
        double[] samples = [.. statistics.Member("OriginalValues").Items().Select(value => value.Number()).OfType<double>()];
        var times = statistics.Member("Median").Number() is not { } median ? null : new Figures
        {
            Min = statistics.Member("Min").Number(),
            P25 = statistics.Member("Q1").Number(),
            P50 = median,
            P95 = statistics.Member("Percentiles").Member("P95").Number(),
            PercentilesOf = "batch means",
            Samples = samples.Length > 0 ? samples.Length : (long?)statistics.Member("N").Number(),
            Allocated = benchmark.Member("Memory").Member("BytesAllocatedPerOperation").Number(),
        };
        return (name, benchmark.Member("DisplayInfo").Text()?.Split(": ", 2)[^1], new ImportedMetric
        {
            Name = name, Times = times, Samples = samples, Problem = times is null ? "BenchmarkDotNet has no result of it" : null,
            OperationNames = [.. new[] { name, benchmark.Member("MethodTitle").Text()?.Trim('\''), benchmark.Member("Method").Text() }.OfType<string>().Distinct()],
        });
    }

    /// <summary>What decides over speed; without patch versions, which would make every machine another one each month.</summary>
    private static string? Machine(JsonElement? host) => host.Member("ProcessorName").Text() is not { } processor ? null
        : string.Join(" | ", new[] { processor, host.Member("LogicalCoreCount").Number() is { } cores ? FormattableString.Invariant($"{cores} cores") : null, host.Member("Architecture").Text() }.OfType<string>());
}
