using PerfTooling.PlanOracle.Comparison;
using Spectre.Console;

namespace PerfTooling.PlanOracle.LongRun;

/// <summary>Shows a run as tables.</summary>
internal static class ResultReport
{
    private const int GroupsShown = 25;

    public static void Show(OracleResult result, TimeSpan elapsed)
    {
        AnsiConsole.WriteLine($"{result.Compared.Length} queries compared in {elapsed.TotalSeconds:0} s, {result.NotSent.Length} not translated or refused, {result.Exceptions.Length} analyzer exceptions");
        Show("Verdicts", ["", "reported and done", "reported, not done", "done, not reported", "neither", "precision", "recall"],
        [
            Row("scans", result.Scans),
            Row("sorts", result.Sorts),
        ]);
        Show("By rule", ["rule", "right", "wrong"], result.Compared
            .Where(query => query.ScanRule is not null)
            .GroupBy(query => query.ScanRule!)
            .OrderBy(group => group.Key)
            .Select(group => new[] { group.Key, $"{group.Count(query => query.Scan == Verdict.TruePositive)}", $"{group.Count(query => query.Scan == Verdict.FalsePositive)}" }));
        Show("Scans by the form of the query", ["form", "queries", "reported and done", "reported, not done", "done, not reported", "recall"], result.Compared
            .SelectMany(query => query.Query.Forms.Select(form => (form, query)))
            .GroupBy(pair => pair.form, pair => Tally.Of([pair.query.Scan]))
            .Select(group => (group.Key, Count: group.Count(), Right: group.Sum(tally => tally.TruePositives), Extra: group.Sum(tally => tally.FalsePositives), Missing: group.Sum(tally => tally.FalseNegatives)))
            .OrderByDescending(form => form.Extra).ThenByDescending(form => form.Missing)
            .Select(form => new[] { form.Key, $"{form.Count}", $"{form.Right}", $"{form.Extra}", $"{form.Missing}", form.Right + form.Missing == 0 ? "" : $"{(double)form.Right / (form.Right + form.Missing):P0}" }));
        Show("Disagreements on scans", ["queries", "kind, rule and forms", "seed/query"], Groups(result.ScanDisagreements));
        Show("Disagreements on sorts", ["queries", "kind and forms", "seed/query"], Groups(result.SortDisagreements));
    }

    private static IEnumerable<string[]> Groups(IEnumerable<IGrouping<string, ComparedQuery>> groups) =>
        groups.Take(GroupsShown).Select(group => new[] { $"{group.Count()}", group.Key, $"{group.First().Seed}/{group.First().Query.Number}" });

    private static string[] Row(string name, Tally tally) =>
        [name, $"{tally.TruePositives}", $"{tally.FalsePositives}", $"{tally.FalseNegatives}", $"{tally.TrueNegatives}", $"{tally.Precision:P2}", $"{tally.Recall:P2}"];

    private static void Show(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table().Title(title).Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(column);
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        if (table.Rows.Count > 0)
            AnsiConsole.Write(table);
    }
}
