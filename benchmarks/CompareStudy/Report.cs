using System.Globalization;
using System.Text.Json;
using PerfTooling.Benchmarks;
using Spectre.Console;

namespace PerfTooling.CompareStudy;

/// <summary>Counts the verdicts of all runs of a folder.</summary>
internal static class Report
{
    private const string Failed = "failed";

    /// <returns>Whether no comparison of equal commits failed.</returns>
    public static bool Print(ResultFolder results)
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
            AnsiConsole.Profile.Width = 160;
        PrintVerdicts(results);
        PrintTurns(results);
        return Condition.All.Where(condition => condition.Change == "equal").All(condition => Tests(results, condition).All(test => test.Outcome != Failed));
    }

    private static void PrintVerdicts(ResultFolder results)
    {
        var table = Table("perftool compare", "Commits", "Machine", "Test", "Failed", "Inconclusive", "Passed", "Ratios");
        foreach (var condition in Condition.All)
        {
            var tests = Tests(results, condition);

            // A commit that makes one of them slower says nothing of the other.
            foreach (var group in tests.Where(test => condition.Change == "equal" || test.Name == StudyRepository.Pricing).GroupBy(test => test.Name))
            {
                var ratios = group.Select(test => test.Ratio).OfType<double>().Order().ToList();
                table.AddRow(
                    condition.Change, condition.Machine, group.Key, Count(Failed).ToString(), Count("inconclusive").Share, Count("pass", "info", "improved", "warning").Share,
                    ratios.Count == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{ratios[0]:0.000} to {ratios[^1]:0.000}, median {ratios[ratios.Count / 2]:0.000}"));

                Rate Count(params string[] outcomes) => new(group.Count(test => outcomes.Contains(test.Outcome)), group.Count());
            }
        }

        AnsiConsole.Write(table);
    }

    private static void PrintTurns(ResultFolder results)
    {
        var table = Table("Two builds of the same sources, a process each", "Test", "Turns", "Processes", "Median ratio", "Off by, median", "5 % or more off", "Furthest", "Not settled");
        foreach (var (turns, test) in from test in TurnRuns.Tests from turns in TurnRuns.Kinds select (turns, test))
        {
            var runs = results.Files(TurnRuns.KindOf(turns, test)).Select(ResultFolder.Read<TurnResult>).ToList();
            if (runs.Count == 0)
                continue;
            var ratios = runs.Select(run => run.Ratio).Order().ToList();
            var off = ratios.Select(ratio => Math.Max(ratio, 1 / ratio) - 1).Order().ToList();
            table.AddRow(
                test, turns switch { TurnRuns.WithTurns => "from the first call on", TurnRuns.Swapped => "after warm-up, the newer build first", TurnRuns.SwappedWithTurns => "from the first call on, the newer build first", _ => "after warm-up" }, Text(runs.Count, "0"), Text(ratios[ratios.Count / 2], "0.000"), Text(off[off.Count / 2], "0.0 %"),
                new Rate(off.Count(distance => distance >= 0.05), off.Count).ToString(), Text(off[^1], "0.0 %"), Text(runs.Count(run => !run.Settled), "0"));
        }

        AnsiConsole.Write(table);

        static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static List<(string Name, string Outcome, double? Ratio)> Tests(ResultFolder results, Condition condition) => [.. results.Files($"{condition.Change}-{condition.Machine}").SelectMany(Verdicts)];

    private static IEnumerable<(string Name, string Outcome, double? Ratio)> Verdicts(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. json.RootElement.GetProperty("tests").EnumerateArray().Select(test => (
                test.GetProperty("name").GetString()!,
                test.GetProperty("outcome").GetString()!.ToLowerInvariant(),
                test.TryGetProperty("ratio", out var ratio) && ratio.ValueKind == JsonValueKind.Number ? ratio.GetDouble() : (double?)null)),
        ];
    }

    private static Table Table(string title, params string[] columns)
    {
        // Markdown where it is written to a file: for a page, or the summary of a workflow's step.
        var table = new Table().Title(title).Border(AnsiConsole.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.Markdown);
        foreach (var column in columns)
            table.AddColumn(column);
        return table;
    }
}
