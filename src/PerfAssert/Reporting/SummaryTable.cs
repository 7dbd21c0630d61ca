using System.Globalization;
using System.Text;

namespace PerfAssert.Reporting;

/// <summary>The run at a glance: a row a test, and the counts that nobody should have to look for.</summary>
internal static class SummaryTable
{
    private static readonly string[] Columns = ["Test", "Verdict", "Baseline → Now", "Ratio", "Allocated"];

    /// <summary>Plain text with a final newline.</summary>
    public static string Render(string title, IReadOnlyCollection<PerfTestResult> results)
    {
        var (header, rows) = Cells(results);
        var widths = header.Select((h, i) => rows.Select(r => r[i].Length).Append(h.Length).Max()).ToArray();
        var text = new StringBuilder();
        text.Append("PerfAssert: ").Append(title).Append('\n');
        Append(header);
        foreach (var row in rows)
            Append(row);
        text.Append("  ").Append(Counts(results)).Append('\n');
        foreach (var line in Notes(results))
            text.Append("  ").Append(line).Append('\n');
        return text.ToString();

        void Append(string[] cells)
        {
            var line = new StringBuilder("  ");
            for (var i = 0; i < cells.Length; i++)
                line.Append(i is 0 or 1 ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i])).Append("  ");
            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }

    /// <summary>The heads of the columns, and a row for each result, by class and name.</summary>
    public static (string[] Header, IReadOnlyList<string[]> Rows) Cells(IReadOnlyCollection<PerfTestResult> results)
    {
        var hasFacts = results.Any(r => r.Facts.Count > 0);
        return (hasFacts ? [.. Columns, "SQL"] : Columns, Ordered(results).Select(r => hasFacts ? [.. Row(r), FactText.Short(r)] : Row(r)).ToList());
    }

    /// <summary>By class and name, as people read them.</summary>
    public static IEnumerable<PerfTestResult> Ordered(IEnumerable<PerfTestResult> results) => results
        .OrderBy(r => r.Test.TestClass.FullName, StringComparer.Ordinal)
        .ThenBy(r => r.Test.Method.Name, StringComparer.Ordinal)
        .ThenBy(r => r.Test.DisplayName, StringComparer.Ordinal);

    /// <summary>For example "7 passed, 1 failed, 1 inconclusive, 0 not measured, 2 without baseline".</summary>
    public static string Counts(IReadOnlyCollection<PerfTestResult> results)
    {
        int Count(params PerfOutcome[] outcomes) => results.Count(r => outcomes.Contains(r.Outcome));
        var improved = Count(PerfOutcome.Improved);
        var slower = Count(PerfOutcome.Info, PerfOutcome.Warning);
        var details = new[] { improved > 0 ? $"{improved} improved" : null, slower > 0 ? $"{slower} slightly slower" : null }.OfType<string>().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(PerfOutcome.Pass, PerfOutcome.Improved, PerfOutcome.Info, PerfOutcome.Warning)} passed{(details.Length == 0 ? "" : $" ({string.Join(", ", details)})")}, {Count(PerfOutcome.Failed)} failed, {Count(PerfOutcome.Inconclusive)} inconclusive, {Count(PerfOutcome.NotMeasured)} not measured, {Count(PerfOutcome.NoBaseline)} without baseline");
    }

    private static string[] Row(PerfTestResult result)
    {
        if (result.Comparison is { } comparison)
        {
            return
            [
                Short(result), ResultText.Outcome(result), $"{result.Test.RelativeTo?.Name} {Format.Time(comparison.Reference.P25)} → {Format.Time(comparison.Subject.P25)}",
                Format.Ratio(comparison.Ratio.Ratio), Format.Bytes(comparison.SubjectAllocation.BytesPerCall),
            ];
        }

        var now = result.Now;
        var time = now is null ? "" : result.Baseline is { } baseline ? Judged(baseline, now) : $"- → {Format.Time(now.P25)}";
        var allocated = now is null || now.Load is not null ? ""
            : result.AllocationBaseline is { } was && Format.Bytes(was.Allocated) != Format.Bytes(now.Allocated) ? $"{Format.Bytes(was.Allocated)} → {Format.Bytes(now.Allocated)}"
            : Format.Bytes(now.Allocated);
        return [Short(result), ResultText.Outcome(result), time, result.TimeRatio is { } ratio ? Format.Ratio(ratio) : "", allocated];

        string Judged(Baselines.BaselineRecord then, Baselines.BaselineRecord measured)
        {
            var (before, after) = JudgedTime.Of(then, measured, result.TimeRatio);
            return $"{Format.Time(before)} → {Format.Time(after)}";
        }
    }

    /// <summary>Class and method without namespace: the title names the assembly.</summary>
    private static string Short(PerfTestResult result)
    {
        var name = result.Test.DisplayName;
        var space = result.Test.TestClass.Namespace;
        name = space is not null && name.StartsWith(space + ".", StringComparison.Ordinal) ? name[(space.Length + 1)..] : name;
        return new string(name.Select(c => char.IsControl(c) ? ' ' : c).ToArray());
    }

    /// <summary>What is to be said below the table.</summary>
    public static IEnumerable<string> Notes(IReadOnlyCollection<PerfTestResult> results)
    {
        foreach (var group in results.Where(r => r.Outcome is PerfOutcome.NotMeasured).GroupBy(r => r.Reason, StringComparer.Ordinal))
            yield return $"not measured: {group.Key}";
        foreach (var result in results.Where(r => r.Outcome is PerfOutcome.Inconclusive))
            yield return $"inconclusive: {Short(result)}: {result.Reason}";
        // The tool accepts all below a folder at once.
        foreach (var advice in results.Where(r => r.Verdict.IsAcceptable && r.ReceiveProblem is null && r.Now is not null).Select(r => $"in {r.Paths.Root}: {AcceptAdvice.In(r.Paths.Root, r.Paths.AcceptCommand)}").Distinct(StringComparer.Ordinal))
            yield return $"to accept what differs, {advice}";
        foreach (var problem in results.Select(r => r.ReceiveProblem).OfType<string>().Distinct(StringComparer.Ordinal))
            yield return $"not recorded: {problem}";
    }
}
