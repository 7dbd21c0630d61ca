using System.Globalization;
using System.Text;
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
        if (result.Now is { } now)
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
            Line(text, now.PercentilesOf == PercentileSource.Calls ? "p50/p95/p99" : "batch means", $"{Format.Time(now.P50)} / {Format.Time(now.P95)} / {Format.Time(now.P99)}{(now.PercentilesOf == PercentileSource.Calls ? " of single calls" : " (p50/p95/p99; a call is too short to be timed by itself)")}");
            Line(text, "measured", string.Create(CultureInfo.InvariantCulture, $"in {result.Elapsed.TotalSeconds:0.0} s, batches {result.Spread * 100:0.#} % apart{(result.Confirmed ? ", measured twice" : "")}"));
        }

        if (result.Budget is { } budget)
            Line(text, "budget", BudgetText.Line(budget));
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
            yield return (result.Verdict.AgainstBaseline == PerfOutcome.Failed ? "if intended" : "to accept", result.Paths.AcceptCommand);
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
