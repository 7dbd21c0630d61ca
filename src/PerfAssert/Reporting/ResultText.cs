using System.Globalization;
using System.Text;
using PerfAssert.Comparing;
using PerfAssert.Statistics;

namespace PerfAssert.Reporting;

/// <summary>One result as text: the failure message, and what a test writes to its output.</summary>
internal static class ResultText
{
    /// <summary>Several lines, the news first.</summary>
    public static string Describe(PerfTestResult result)
    {
        var text = new StringBuilder();
        text.Append(Headline(result)).Append('\n');
        if (result.Comparison is { } comparison)
            AppendComparison(text, result, comparison);
        if (result.Load is { } load)
            AppendLoad(text, result, load);
        else if (result.Now is { } now)
        {
            var then = result.Baseline;
            Line(text, "time", then is null ? $"{Format.Time(now.P25)}" : $"{Format.Time(then.P25)} → {Format.Time(now.P25)} a call (p25 of batches; min {Format.Time(then.Min)} → {Format.Time(now.Min)})");
            if (result.TimeRatio is { } ratio)
            {
                Line(text, "ratio", result.Verdict.Threshold is { } threshold
                    ? $"{Format.Ratio(ratio)} of the baseline; the test fails from {Format.Ratio(threshold)} on"
                    : $"{Format.Ratio(ratio)} of the baseline");
            }

            Line(text, "allocated", result.AllocationBaseline is { } was ? $"{Format.Bytes(was.Allocated)} → {Format.Bytes(now.Allocated)} a call" : $"{Format.Bytes(now.Allocated)} a call");
            Line(text, PercentilesLabel(now.PercentilesOf), Percentiles(now.P50, now.P95, now.P99, now.PercentilesOf));
            Line(text, "measured", string.Create(CultureInfo.InvariantCulture, $"in {result.Elapsed.TotalSeconds:0.0} s, batches {result.Spread * 100:0.#} % apart{(result.Confirmed ? ", measured twice" : "")}"));
        }

        if (result.Budget is { } budget)
            Line(text, "budget", BudgetText.Line(budget));
        if (result.Waited.Time > TimeSpan.Zero)
            Line(text, "waited", string.Create(CultureInfo.InvariantCulture, $"{result.Waited.Time.TotalSeconds:0.0} s until {result.Waited.For ?? "another process"} had finished measuring"));
        if (FactText.Line(result) is { } facts)
            Line(text, "sql", facts);
        foreach (var detail in result.Verdict.Details)
            Line(text, "", detail);
        Line(text, "machine", result.Machine.Key);
        if (result.Now is not null || result.Baseline is not null)
            Line(text, "baseline", result.Baseline is null ? result.Paths.CommittedShown : $"{result.Paths.CommittedShown}, recorded {result.Baseline.Recorded.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC");
        foreach (var (label, line) in Advice(result))
            Line(text, label, line);
        return text.ToString().TrimEnd('\n').Replace("\n", Environment.NewLine, StringComparison.Ordinal);
    }

    private static void AppendLoad(StringBuilder text, PerfTestResult result, Loads.JudgedLoad load)
    {
        foreach (var (label, line) in LoadText.Lines(load, result.Baseline))
            Line(text, label, line);
        if (result.TimeRatio is { } ratio)
            Line(text, "ratio", $"{Format.Ratio(ratio)} of the baseline's median; the test fails from {Format.Ratio(Verdicts.VerdictRules.FailFrom)} on");
        Line(text, "measured", string.Create(CultureInfo.InvariantCulture, $"in {result.Elapsed.TotalSeconds:0.0} s{(result.Confirmed ? ", in two runs" : "")}, warm-up included"));
    }

    private static void AppendComparison(StringBuilder text, PerfTestResult result, Comparison comparison)
    {
        var (now, other, name) = (comparison.Subject, comparison.Reference, result.Test.RelativeTo?.Name);
        Line(text, "time", $"{name} {Format.Time(other.P25)}, now {Format.Time(now.P25)} a call (p25 of batches; min {Format.Time(other.Min)}, {Format.Time(now.Min)})");
        var ratio = comparison.Ratio;
        Line(text, "ratio", $"{Format.Ratio(ratio.Ratio)} of {name}, {Format.Ratio(ratio.Lower)} at least{(double.IsPositiveInfinity(ratio.Upper) ? "" : $" and {Format.Ratio(ratio.Upper)} at most")}"
            + (result.Verdict.Threshold is { } threshold ? $"; the test fails above {Format.Ratio(threshold)}" : ""));
        Line(text, "allocated", $"{name} {Format.Bytes(comparison.ReferenceAllocation.BytesPerCall)}, now {Format.Bytes(comparison.SubjectAllocation.BytesPerCall)} a call");
        Line(text, PercentilesLabel(now.PercentilesOf), Percentiles(now.P50, now.P95, now.P99, now.PercentilesOf));
        Line(text, "compared", string.Create(CultureInfo.InvariantCulture, $"in {result.Elapsed.TotalSeconds:0.0} s, {comparison.Pairs.Count:#,0} pairs of batches{(result.Confirmed ? ", compared twice" : "")}"));
    }

    private static string PercentilesLabel(PercentileSource source) => source == PercentileSource.Calls ? "p50/p95/p99" : "batch means";

    private static string Percentiles(double p50, double p95, double p99, PercentileSource source) =>
        $"{Format.Time(p50)} / {Format.Time(p95)} / {Format.Time(p99)}{(source == PercentileSource.Calls ? " of single calls" : " (p50/p95/p99; a call is too short to be timed by itself)")}";

    /// <summary>One line: the verdict and why.</summary>
    public static string Headline(PerfTestResult result) =>
        $"{Name(result)}: {Outcome(result)}: {result.Reason}";

    /// <summary>The outcome in words, with the severity of a failure.</summary>
    public static string Outcome(PerfTestResult result) => result.Outcome switch
    {
        PerfOutcome.Failed => $"FAILED ({result.Severity.ToString().ToLowerInvariant()})",
        PerfOutcome.Inconclusive => result.FailsTest ? "INCONCLUSIVE (strict)" : "inconclusive",
        PerfOutcome.NotMeasured => "not measured",
        PerfOutcome.NoBaseline => "no baseline",
        _ => result.Outcome.ToString().ToLowerInvariant(),
    };

    private static string Name(PerfTestResult result) => result.Test.DisplayName;

    private static IEnumerable<(string Label, string Line)> Advice(PerfTestResult result)
    {
        if (result.Now is null)
        {
            if (result.Outcome == PerfOutcome.Failed && !result.FactBaseline.IsEmpty)
                yield return ("if intended", "run it once with dotnet test -c Release, which leaves a result to accept");
        }
        else if (result.ReceiveProblem is { } problem)
        {
            yield return ("to accept", "the result could not be written: " + problem);
        }
        else if (result.Verdict.IsAcceptable)
        {
            yield return (result.Verdict.AgainstBaseline == PerfOutcome.Failed ? "if intended" : "to accept", AcceptAdvice.In(result.Paths.Root, result.Paths.AcceptCommand));
            yield return ("", $"(in {result.Paths.Root}; the received file holds all entries of the baseline)");
        }

        // A limit alone can be broken without any baseline, and then nothing has changed since.
        var hasBaseline = result.Baseline is not null || result.AllocationBaseline is not null || !result.FactBaseline.IsEmpty;
        if (result.Verdict.AgainstBaseline == PerfOutcome.Failed && hasBaseline)
        {
            yield return ("to look", $"git log -p {Since(result)}-- .    # what changed since the baseline was recorded");
        }
        else if (result.Outcome == PerfOutcome.Inconclusive)
        {
            yield return ("to decide", "run it again on a quieter machine: dotnet test -c Release --filter " + FilterName(result));
        }
    }

    private static string Since(PerfTestResult result) => (result.Baseline ?? result.AllocationBaseline) is { } baseline
        ? string.Create(CultureInfo.InvariantCulture, $"--since={baseline.Recorded:yyyy-MM-dd} ")
        : "";

    private static string FilterName(PerfTestResult result) => $"FullyQualifiedName~{Baselines.BaselineKey.TypeName(result.Test.TestClass)}.{result.Test.Method.Name}";

    private static void Line(StringBuilder text, string label, string line) =>
        text.Append("  ").Append(label.PadRight(12)).Append(' ').Append(line).Append('\n');
}
