using System.Globalization;
using System.Text;

namespace PerfAssert.Benchmarks;

/// <summary>A report as plain text.</summary>
internal static class BenchmarkTable
{
    private static readonly string[] Header = ["Metric", "Verdict", "p50", "p95", "p99", "Samples", "Why"];

    // Names and words are read from the left, figures from the right.
    private static readonly bool[] FromTheLeft = [true, true, false, false, false, false, true];

    /// <summary>The same in every culture; with a final line break.</summary>
    public static string Render(BenchmarkReport report)
    {
        var rows = report.Metrics.Select(Row).Prepend(Header).ToArray();
        var widths = Header.Select((_, i) => rows.Max(row => row[i].Length)).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"PerfBenchmark: {report.Benchmark} on {report.Environment}, against the baseline of {report.Baseline.Recorded:yyyy-MM-dd HH:mm} UTC").AppendLine();
        foreach (var row in rows)
            text.AppendLine("  " + string.Join("  ", row.Select((cell, i) => FromTheLeft[i] ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        text.Append("  ").AppendLine(Counts(report));
        return text.ToString();
    }

    private static string Counts(BenchmarkReport report)
    {
        int Count(params PerfOutcome[] outcomes) => report.Metrics.Count(metric => outcomes.Contains(metric.Outcome));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(PerfOutcome.Pass, PerfOutcome.Improved, PerfOutcome.Info, PerfOutcome.Warning)} passed, {Count(PerfOutcome.Failed)} failed, {Count(PerfOutcome.Inconclusive)} inconclusive, {Count(PerfOutcome.NotMeasured)} not recorded, {Count(PerfOutcome.NoBaseline)} without baseline");
    }

    private static string[] Row(MetricComparison metric) =>
    [
        Plain(metric.Name) + (metric.Unit.Length == 0 ? "" : $" ({Plain(metric.Unit)})"),
        metric.Outcome switch
        {
            PerfOutcome.Failed => $"FAILED ({metric.Severity.ToString().ToLowerInvariant()})",
            PerfOutcome.NotMeasured => "not recorded",
            PerfOutcome.NoBaseline => "no baseline",
            _ => metric.Outcome.ToString().ToLowerInvariant(),
        },
        Change(metric, values => values.P50),
        HasSamples(metric) ? Change(metric, values => values.P95) : "",
        HasSamples(metric) ? Change(metric, values => values.P99) : "",
        string.Create(CultureInfo.InvariantCulture, $"{metric.Then?.Count ?? 0} → {metric.Now?.Count ?? 0}"),
        metric.Reason,
    ];

    private static bool HasSamples(MetricComparison metric) => metric.Then?.Count > 1 || metric.Now?.Count > 1;

    private static string Change(MetricComparison metric, Func<MetricSummary, double> value) => $"{Figure(metric.Then, value)} → {Figure(metric.Now, value)}";

    private static string Figure(MetricSummary? values, Func<MetricSummary, double> value) => values is null ? "-" : value(values) switch
    {
        0 => "0",
        >= 1_000 and < 1e15 and var large => large.ToString("#,0", CultureInfo.InvariantCulture),
        var small => small.ToString("G4", CultureInfo.InvariantCulture),
    };

    private static string Plain(string name) => new(name.Select(c => char.IsControl(c) ? ' ' : c).ToArray());
}
