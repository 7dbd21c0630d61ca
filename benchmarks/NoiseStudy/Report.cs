using PerfAssert;
using PerfAssert.Baselines;
using PerfTooling.Benchmarks;
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
            PrintBudget(underLoad, traces, quiet);
            PrintComparison(underLoad, traces);
        }
    }

    private static string Condition(bool underLoad) => underLoad ? "both cores loaded" : "quiet";

    private static void PrintBaseline(bool underLoad, Dictionary<Workload, IReadOnlyList<Trace>> traces, Dictionary<Workload, IReadOnlyList<Trace>> quiet)
    {
        var table = Table($"Gate 3, the baseline, {Condition(underLoad)}", ["Workload", "Sessions", "Equal: failed", "inconclusive", .. s_slower.Select(slower => $"{slower - 1:+0 %}: failed"), "passed of +30 %", "Seconds, equal"]);
        var all = new Tally[s_slower.Length + 1];
        var doubts = new List<(double Slower, string Reason)>();
        foreach (var (workload, own) in traces)
        {
            var baselines = own.Select((_, session) => BaselineOf(quiet[workload], session)).ToList();
            if (baselines.All(baseline => baseline is null))
                continue;
            var tallies = new Tally[all.Length];
            for (var i = 0; i < tallies.Length; i++)
            {
                var slower = i == 0 ? 1 : s_slower[i - 1];
                var verdicts = own.Zip(baselines).Where(pair => pair.Second is not null).Select(pair => BaselineReplay.Judge(pair.First, pair.Second!, slower)).ToList();
                doubts.AddRange(verdicts.Where(verdict => verdict.Verdict.Outcome == PerfOutcome.Inconclusive).Select(verdict => (slower, verdict.Verdict.Reason)));
                tallies[i] = new Tally([.. verdicts.Select(verdict => (verdict.Verdict.Outcome, verdict.Seconds))]);
                all[i] += tallies[i];
            }

            Row(workload.Name, tallies);
        }

        if (all[0] is not null)
            Row("all", all);
        AnsiConsole.Write(table);
        PrintDoubts(doubts);

        void Row(string name, Tally[] tallies) => table.AddRow(
        [
            name, $"{tallies[0].Count:#,0}", tallies[0].Of(PerfOutcome.Failed).ToString(), tallies[0].Of(PerfOutcome.Inconclusive).Share,
            .. tallies.Skip(1).Select(tally => tally.Of(PerfOutcome.Failed).Share), tallies[^1].Of(PerfOutcome.Pass, PerfOutcome.Info, PerfOutcome.Improved).Share, $"{tallies[0].MedianSeconds:0.0}",
        ]);
    }

    /// <summary>What made verdicts inconclusive: the words after "looked 30 % slower, but", without the figures in brackets.</summary>
    private static void PrintDoubts(List<(double Slower, string Reason)> doubts)
    {
        var table = Table("Inconclusive, because", ["", "Equal", .. s_slower.Select(slower => $"{slower - 1:+0 %}")]);
        table.Columns[0].LeftAligned();
        foreach (var reason in doubts.GroupBy(doubt => doubt.Reason.Split(", but ")[1].Split(" (")[0]).OrderByDescending(reason => reason.Count()))
            table.AddRow([reason.Key, .. s_slower.Prepend(1).Select(slower => $"{reason.Count(doubt => doubt.Slower == slower)}")]);
        AnsiConsole.Write(table);
    }

    /// <summary>p95 against a critical limit, which lies so far above or below the middle of what quiet sessions showed.</summary>
    private static void PrintBudget(bool underLoad, Dictionary<Workload, IReadOnlyList<Trace>> traces, Dictionary<Workload, IReadOnlyList<Trace>> quiet)
    {
        double[] limits = [1.25, 1.1, 1 / 1.25, 1 / 1.5, 1 / 2.0];
        var table = Table($"Budgets, p95, {Condition(underLoad)}", ["Workload", "Sessions", "Limit 25 % over: failed", "10 % over: failed", "inconclusive", "p95 25 % over the limit: failed", "50 %", "100 %"]);
        var all = new Tally[limits.Length];
        foreach (var (workload, own) in traces.Where(pair => pair.Value.Count > 0 && quiet[pair.Key].Count > 0))
        {
            var usual = quiet[workload].Select(BudgetReplay.P95).Order().ElementAt(quiet[workload].Count / 2);
            Tally[] tallies = [.. limits.Select(limit => new Tally([.. own.Where(trace => trace.First.SingleCalls is not null).Select(trace => BudgetReplay.Judge(trace, usual * limit))]))];
            for (var i = 0; i < tallies.Length; i++)
                all[i] += tallies[i];
            Row(workload.Name, tallies);
        }

        if (all[0] is not null)
            Row("all", all);
        AnsiConsole.Write(table);

        void Row(string name, Tally[] tallies) => table.AddRow(
        [
            name, $"{tallies[0].Count:#,0}", tallies[0].Of(PerfOutcome.Failed).ToString(), tallies[1].Of(PerfOutcome.Failed).ToString(), tallies[1].Of(PerfOutcome.Inconclusive).Share,
            .. tallies.Skip(2).Select(tally => tally.Of(PerfOutcome.Failed).Share),
        ]);
    }

    /// <summary>The baseline of the quiet sessions that follow one, without itself: of the first three that agree, of at most six. Null where none do.</summary>
    private static BaselineRecord? BaselineOf(IReadOnlyList<Trace> quiet, int session)
    {
        var following = Enumerable.Range(1, Math.Max(0, Math.Min(6, quiet.Count - 1))).Select(next => quiet[(session + next) % quiet.Count]).ToList();
        return Enumerable.Range(BaselineAgreement.FewestProcesses, Math.Max(0, following.Count - BaselineAgreement.FewestProcesses + 1))
            .Select(count => BaselineReplay.Baseline(following.Take(count)))
            .FirstOrDefault(baseline => baseline is not null);
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
