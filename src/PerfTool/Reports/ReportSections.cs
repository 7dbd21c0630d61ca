using System.Globalization;
using PerfAssert;
using PerfTool.Results;

namespace PerfTool.Reports;

/// <summary>Results files as tables of words, which every format then lays out.</summary>
internal static class ReportSections
{
    private static readonly (string Head, Func<TestResult, string> Cell, bool IsAlwaysThere)[] s_columns =
    [
        ("Test", TestWords.Short, true),
        ("Verdict", TestWords.Outcome, true),
        ("Baseline → Now", TestWords.Time, true),
        ("Ratio", TestWords.Ratio, true),
        ("p50 / p95 / p99", TestWords.Percentiles, false),
        ("Load", LoadWords.Cell, false),
        ("Allocated", TestWords.Allocated, false),
        ("SQL", TestWords.Sql, false),
        ("Budget", test => test.Budget is { } budget ? $"{TestWords.Plain(budget.Operation)}: {budget.Outcome.ToString().ToLowerInvariant()}" : "", false),
    ];

    /// <summary>A section a file, the one with the worst result first.</summary>
    public static IReadOnlyList<ReportSection> Of(IEnumerable<ResultsFile> files) =>
        [.. files.Select(Section).OrderBy(section => section.Tests.Count == 0 ? int.MaxValue : Severity.Rank(section.Tests[0]))];

    /// <summary>For example "7 passed, 1 failed, 1 inconclusive, 0 not measured, 2 without baseline": the words of the run's own summary.</summary>
    public static string Counts(IReadOnlyCollection<TestResult> tests)
    {
        int Count(params PerfOutcome[] outcomes) => tests.Count(test => outcomes.Contains(test.Outcome));
        var approved = tests.Count(test => test is { Outcome: PerfOutcome.Failed, Approved: not null });
        var details = new[] { (Count(PerfOutcome.Improved), "improved"), (Count(PerfOutcome.Info, PerfOutcome.Warning), "slightly slower") }
            .Where(detail => detail.Item1 > 0).Select(detail => $"{detail.Item1} {detail.Item2}").ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(PerfOutcome.Pass, PerfOutcome.Improved, PerfOutcome.Info, PerfOutcome.Warning)} passed{(details.Length == 0 ? "" : $" ({string.Join(", ", details)})")}, {Count(PerfOutcome.Failed)} failed{(approved == 0 ? "" : $" ({approved} approved)")}, {Count(PerfOutcome.Inconclusive)} inconclusive, {Count(PerfOutcome.NotMeasured)} not measured, {Count(PerfOutcome.NoBaseline)} without baseline");
    }

    private static ReportSection Section(ResultsFile file)
    {
        var tests = Severity.WorstFirst(file.Tests).ToArray();
        var columns = s_columns.Where(column => column.IsAlwaysThere || tests.Any(test => column.Cell(test).Length > 0)).ToArray();
        var title = $"{file.Assembly} ({file.TargetFramework}) on {file.Machine}{(file.Base is { } older ? $", against {older}" : "")}";
        return new ReportSection(
            file, TestWords.Plain(title), tests, [.. columns.Select(column => file.Base is not null && column.Head == "Baseline → Now" ? "Base → Now" : column.Head)],
            [.. tests.Select(test => (IReadOnlyList<string>)[.. columns.Select(column => column.Cell(test))])], [.. Notes(file, tests)]);
    }

    private static IEnumerable<string> Notes(ResultsFile file, IReadOnlyList<TestResult> tests)
    {
        foreach (var group in tests.Where(test => test.Outcome == PerfOutcome.NotMeasured).GroupBy(test => test.Reason, StringComparer.Ordinal))
            yield return $"not measured{(group.Count() == tests.Count ? "" : $" ({group.Count()})")}: {TestWords.Plain(group.Key)}";
        foreach (var test in tests.Where(test => test.Outcome == PerfOutcome.Inconclusive))
            yield return $"inconclusive: {TestWords.Short(test)}: {TestWords.Plain(test.Reason)}";
        foreach (var test in tests.Where(test => test is { Outcome: PerfOutcome.Failed, Approved: not null }))
            yield return $"approved: {TestWords.Short(test)}: {TestWords.Plain(test.Approved!)}";
        var accept = tests.Where(test => test is { ReceivedFile: not null, BaselineFile: not null }).Select(test => TestWords.Accept(file, test.ReceivedFile!, test.BaselineFile!)).Distinct(StringComparer.Ordinal);
        foreach (var command in accept)
            yield return $"to accept what differs{(file.Project is { } project ? $", in {project}" : "")}: {command}";
    }
}
