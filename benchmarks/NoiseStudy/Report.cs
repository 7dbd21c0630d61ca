using PerfAssert;
using Spectre.Console;

namespace PerfTooling.NoiseStudy;

/// <summary>Replays the verdicts over all traces of a folder and prints the tables.</summary>
internal static class Report
{
    private static readonly double[] s_slower = [1.05, 1.1, 1.2, 1.3];

    public static void Print(string folder)
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
            AnsiConsole.Profile.Width = 160;
        foreach (var underLoad in new[] { false, true })
        {
            var traces = Workload.All.ToDictionary(workload => workload, new TraceFolder(folder, underLoad).Read);
            var quiet = Workload.All.ToDictionary(workload => workload, new TraceFolder(folder, underLoad: false).Read);
            PrintBaseline(underLoad, traces, quiet);
            PrintComparison(underLoad, traces);
        }
    }

    private static string Condition(bool underLoad) => underLoad ? "both cores loaded" : "quiet";

    private static void PrintBaseline(bool underLoad, Dictionary<Workload, IReadOnlyList<Trace>> traces, Dictionary<Workload, IReadOnlyList<Trace>> quiet)
    {
        var table = Table($"Gate 3, the baseline, {Condition(underLoad)}", ["Workload", "Sessions", "Equal: failed", "inconclusive", .. s_slower.Select(slower => $"{slower - 1:+0 %}: failed"), "passed of +30 %", "Seconds, equal"]);
        var all = new Tally[s_slower.Length + 1];
        foreach (var (workload, own) in traces)
        {
            if (own.Count < 2 || quiet[workload].Count < 2)
                continue;
            var tallies = new Tally[all.Length];
            for (var i = 0; i < tallies.Length; i++)
            {
                // Each session against the baseline that another, quiet one would have left.
                tallies[i] = new Tally([.. own.Select((trace, session) => BaselineReplay.Judge(trace, BaselineReplay.Baseline(quiet[workload][(session + 1) % quiet[workload].Count]), i == 0 ? 1 : s_slower[i - 1]))]);
                all[i] += tallies[i];
            }

            Row(workload.Name, tallies);
        }

        if (all[0] is not null)
            Row("all", all);
        AnsiConsole.Write(table);

        void Row(string name, Tally[] tallies) => table.AddRow(
        [
            name, $"{tallies[0].Count:#,0}", tallies[0].Of(PerfOutcome.Failed).ToString(), tallies[0].Of(PerfOutcome.Inconclusive).Share,
            .. tallies.Skip(1).Select(tally => tally.Of(PerfOutcome.Failed).Share), tallies[^1].Of(PerfOutcome.Pass, PerfOutcome.Info, PerfOutcome.Improved).Share, $"{tallies[0].MedianSeconds:0.0}",
        ]);
    }

    private static void PrintComparison(bool underLoad, Dictionary<Workload, IReadOnlyList<Trace>> traces)
    {
        foreach (var longest in new[] { 1.0, 2.0 })
        {
            var table = Table($"Gate 2, interleaved, up to {longest:0} s, {Condition(underLoad)}", ["Workload", "Equal: failed", "inconclusive", .. s_slower.Select(slower => $"{slower - 1:+0 %}: failed"), "Seconds, equal"]);
            var all = new Tally[s_slower.Length + 1];
            foreach (var (workload, own) in traces.Where(pair => pair.Value.Count > 0))
            {
                Tally[] tallies = [.. Enumerable.Range(0, all.Length).Select(i => new Tally([.. own.SelectMany(trace => ComparisonReplay.Judge(trace, i == 0 ? 1 : s_slower[i - 1], longest))]))];
                for (var i = 0; i < tallies.Length; i++)
                    all[i] += tallies[i];
                Row(workload.Name, tallies);
            }

            if (all[0] is not null)
                Row("all", all);
            AnsiConsole.Write(table);

            void Row(string name, Tally[] tallies) => table.AddRow(
            [
                name, tallies[0].Of(PerfOutcome.Failed).ToString(), tallies[0].Of(PerfOutcome.Inconclusive).Share,
                .. tallies.Skip(1).Select(tally => tally.Of(PerfOutcome.Failed).Share), $"{tallies[0].MedianSeconds:0.00}",
            ]);
        }
    }

    private static Table Table(string title, string[] columns)
    {
        var table = new Table().Title(title);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).RightAligned());
        return table;
    }
}
