using System.Globalization;
using PerfAssert.Reporting;
using PerfTool.Results;

namespace PerfTool.Reports;

/// <summary>What was seen under load, in words: those of the test's own output.</summary>
internal static class LoadWords
{
    /// <summary>In a cell: how much was answered, and what was not; empty for a test that is no load test.</summary>
    public static string Cell(TestResult test) => test.Load is not { } load ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"{load.Throughput:#,0.#}/s{(load.Failed > 0 ? $", {load.Failed:#,0} failed" : "")}{(load.Dropped > 0 ? $", {load.Dropped:#,0} dropped" : "")}{(load.Saturated is null ? "" : ", saturated")}");

    /// <summary>Line by line; none for a test that is no load test.</summary>
    public static IEnumerable<(string Label, string Line)> Lines(TestResult test)
    {
        if (test.Load is not { } load)
            yield break;
        yield return ("load", string.Create(CultureInfo.InvariantCulture, $"{load.Profile}: {load.Offered:#,0} offered, {load.Succeeded:#,0} answered ({load.Throughput:#,0.0}/s), {load.Failed:#,0} failed, {load.Dropped:#,0} dropped{(load.Unfinished > 0 ? $", {load.Unfinished:#,0} without an answer when it was cancelled" : "")}{(load.Runs > 1 ? $"; the better of {load.Runs} runs" : "")}"));
        if (load.Abandoned > 0)
            yield return ("", string.Create(CultureInfo.InvariantCulture, $"{load.Abandoned:#,0} of those that timed out still went on at the end: their code does not heed LoadIteration.Cancellation"));
        if (load.Saturated is { } saturated)
            yield return ("saturated", saturated);
        if (test.Baseline is { } then && then.Profile == load.Profile)
            yield return ("then", $"{TestWords.TimeOf(then.P50)} / {TestWords.TimeOf(then.P95)} / {TestWords.TimeOf(then.P99)} (p50/p95/p99)");
        if (load.Latency is { } latency)
            yield return ("latency", $"{Times(latency)} (p50/p95/p99/p99.9/max, as a user waits)");
        if (load is { Model: "open", ServiceTime: { } service })
            yield return ("service time", Times(service));
        if (test.Ratio is { } ratio)
            yield return ("ratio", $"{Format.Ratio(ratio)} of the baseline's median{(test.Threshold is { } threshold ? $"; the test fails from {Format.Ratio(threshold)} on" : "")}");
        foreach (var errors in load.Errors)
            yield return ("error", string.Create(CultureInfo.InvariantCulture, $"{errors.Count:#,0} {errors.Kind}: {errors.Example}"));
    }

    private static string Times(LoadLatencies of) => string.Join(" / ", new[] { of.P50, of.P95, of.P99, of.P999, of.Max }.Select(Format.Time));
}
