using System.Globalization;
using System.Text;
using PerfAssert.Reporting;
using PerfTool.Results;

namespace PerfTool.Reports;

/// <summary>One result in full: the lines of the test's own failure message, as far as the results file has them.</summary>
internal static class TestDetails
{
    /// <summary>Several lines, the news first, without a line break at the end.</summary>
    public static string Describe(ResultsFile file, TestResult test)
    {
        var text = new StringBuilder(TestWords.Headline(test)).Append('\n');
        foreach (var (label, line) in Lines(file, test))
            text.Append("  ").Append(label.PadRight(12)).Append(' ').Append(TestWords.Plain(line)).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static IEnumerable<(string Label, string Line)> Lines(ResultsFile file, TestResult test)
    {
        foreach (var line in LoadWords.Lines(test))
            yield return line;
        foreach (var line in test.Comparison is { } comparison ? Compared(test, comparison) : test.Load is null ? Measured(test) : [])
            yield return line;
        if (test.Load is null && (test.Comparison?.Now ?? test.Now) is { P50: not null } figures)
        {
            var percentiles = string.Join(" / ", new[] { figures.P50, figures.P95, figures.P99 }.Select(TestWords.TimeOf));
            yield return figures.PercentilesOf == "batch means"
                ? ("batch means", percentiles + " (p50/p95/p99; a call is too short to be timed by itself)")
                : ("p50/p95/p99", percentiles + (figures.Samples is { } samples ? string.Create(CultureInfo.InvariantCulture, $" of {samples:#,0} samples") : " of single calls"));
        }

        if (test.ElapsedSeconds is { } seconds)
            yield return (test.Comparison is null ? "measured" : "compared", string.Create(CultureInfo.InvariantCulture, $"in {seconds:0.0} s{(test.Comparison?.Pairs is { } pairs ? $", {pairs:#,0} pairs of batches" : "")}"));
        if (test.Budget is { } budget)
            yield return ("budget", TestWords.Budget(budget));
        if (TestWords.Facts(test) is { } facts)
            yield return ("sql", facts);
        yield return ("machine", file.Machine);
        if (test.BaselineFile is { } baseline)
            yield return ("baseline", baseline);
        if (test.Approved is { } reason)
            yield return ("approved", reason);
        if (test is { ReceivedFile: { } received, BaselineFile: { } committed })
            yield return ("if intended", TestWords.Accept(file, received, committed));
    }

    private static IEnumerable<(string Label, string Line)> Measured(TestResult test)
    {
        if (test.Now is not { } now || TestWords.Typical(now) is not { } time)
            yield break;
        yield return ("time", test.Baseline is { } then && TestWords.Typical(then, now) is ({ } before, { } after)
            ? $"{Format.Time(before)} → {Format.Time(after)} a call{(then.P25 is null || now.P25 is null ? " (median)" : $" (p25 of batches; min {TestWords.TimeOf(then.Min)} → {TestWords.TimeOf(now.Min)})")}"
            : Format.Time(time));
        if (test.Ratio is { } ratio)
            yield return ("ratio", $"{Format.Ratio(ratio)} of the baseline{(test.Threshold is { } threshold ? $"; the test fails from {Format.Ratio(threshold)} on" : "")}");
        if (TestWords.Allocated(test) is { Length: > 0 } allocated)
            yield return ("allocated", allocated + " a call");
    }

    private static IEnumerable<(string Label, string Line)> Compared(TestResult test, ComparisonResult comparison)
    {
        var (now, other, name) = (comparison.Now, comparison.Reference, comparison.RelativeTo);
        yield return ("time", $"{name} {TestWords.TimeOf(TestWords.Typical(other))}, now {TestWords.TimeOf(TestWords.Typical(now))} a call (p25 of batches; min {TestWords.TimeOf(other?.Min)}, {TestWords.TimeOf(now?.Min)})");
        if (comparison.Ratio is { } ratio)
        {
            yield return ("ratio", $"{Format.Ratio(ratio)} of {name}{(comparison.Lower is { } lower ? $", {Format.Ratio(lower)} at least" : "")}{(comparison.Upper is { } upper ? $" and {Format.Ratio(upper)} at most" : "")}"
                + (test.Threshold is { } threshold ? $"; the test fails above {Format.Ratio(threshold)}" : ""));
        }

        if (comparison.Processes is { Count: > 0 } processes)
        {
            yield return ("processes", string.Join(", ", processes.Select(Format.Ratio))
                + (comparison.Control is { Count: > 0 } control ? $"; {name} against itself {string.Join(", ", control.Select(Format.Ratio))}" : ""));
        }

        if (now?.Allocated is { } allocated)
            yield return ("allocated", $"{(other?.Allocated is { } was ? $"{name} {Format.Bytes(was)}, now " : "")}{Format.Bytes(allocated)} a call");
    }
}
