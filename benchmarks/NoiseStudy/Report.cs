using PerfAssert;
using PerfAssert.Baselines;
using PerfTooling.Benchmarks;
using Spectre.Console;

namespace PerfTooling.NoiseStudy;

/// <summary>Replays the verdicts over all traces of a folder and prints the tables.</summary>
internal static class Report
{
    private static readonly double[] s_slower = [1.05, 1.1, 1.2, 1.3];

    /// <summary>Equal code first.</summary>
    private static IEnumerable<double> Factors => s_slower.Prepend(1);

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
        var doubts = new List<(double Slower, string Reason)>();
        var judged = traces.ToDictionary(pair => pair.Key, pair => pair.Value.Select((trace, session) => (Trace: trace, Baseline: BaselineOf(quiet[pair.Key], session))).Where(one => one.Baseline is not null).ToList());
        Print(
            Table($"Gate 3, the baseline, {Condition(underLoad)}", ["Workload", "Sessions", "Equal: failed", "inconclusive", .. s_slower.Select(slower => $"{slower - 1:+0 %}: failed"), "passed of +30 %", "Seconds, equal"]),
            judged.Where(pair => pair.Value.Count > 0).Select(pair => (pair.Key, Factors.Select(slower => Judge(pair.Value, slower)).ToArray())),
            tallies =>
            [
                $"{tallies[0].Count:#,0}", tallies[0].Of(PerfOutcome.Failed).ToString(), tallies[0].Of(PerfOutcome.Inconclusive).Share,
                .. tallies.Skip(1).Select(tally => tally.Of(PerfOutcome.Failed).Share), tallies[^1].Of(PerfOutcome.Pass, PerfOutcome.Info, PerfOutcome.Improved).Share, $"{tallies[0].MedianSeconds:0.0}",
            ]);
        PrintDoubts(doubts);
        PrintRanges(underLoad, traces, judged);

        Tally Judge(List<(Trace Trace, BaselineRecord? Baseline)> sessions, double slower)
        {
            var verdicts = sessions.Select(session => BaselineReplay.Judge(session.Trace, session.Baseline!, slower)).ToList();
            doubts.AddRange(verdicts.Where(verdict => verdict.Verdict.Outcome == PerfOutcome.Inconclusive).Select(verdict => (slower, verdict.Verdict.Reason)));
            return new Tally([.. verdicts.Select(verdict => (verdict.Verdict.Outcome, verdict.Seconds))]);
        }
    }

    /// <summary>How far equal code lies from its baseline in its fastest batch, of both readings; and how much of a core the process had.</summary>
    private static void PrintRanges(bool underLoad, Dictionary<Workload, IReadOnlyList<Trace>> traces, Dictionary<Workload, List<(Trace Trace, BaselineRecord? Baseline)>> judged)
    {
        var table = Table($"Equal code, {Condition(underLoad)}", ["Workload", "Fastest batch over the baseline's, median", "highest", "Cores in use, least", "most"]);
        foreach (var (workload, sessions) in judged.Where(pair => pair.Value.Count > 0))
        {
            var ratios = sessions.Select(session => Math.Min(session.Trace.First.PerCall.Min(), session.Trace.Second.PerCall.Min()) / session.Baseline!.Min).Order().ToList();
            var cores = traces[workload].SelectMany(trace => new[] { trace.First.CpuLoad, trace.Second.CpuLoad }).ToList();
            table.AddRow(workload.Name, $"{ratios[ratios.Count / 2]:0.00}", $"{ratios[^1]:0.00}", $"{cores.Min():0.00}", $"{cores.Max():0.00}");
        }

        AnsiConsole.Write(table);
    }

    /// <summary>What made verdicts inconclusive: the words after "looked 30 % slower, but", without the figures in brackets.</summary>
    private static void PrintDoubts(List<(double Slower, string Reason)> doubts)
    {
        var table = Table("Inconclusive, because", ["", "Equal", .. s_slower.Select(slower => $"{slower - 1:+0 %}")]);
        table.Columns[0].LeftAligned();
        foreach (var reason in doubts.GroupBy(doubt => doubt.Reason.Split(", but ")[1].Split(" (")[0]).OrderByDescending(reason => reason.Count()))
            table.AddRow([reason.Key, .. Factors.Select(slower => $"{reason.Count(doubt => doubt.Slower == slower)}")]);
        AnsiConsole.Write(table);
    }

    /// <summary>p95 against a critical limit, which lies so far above or below the middle of what quiet sessions showed.</summary>
    private static void PrintBudget(bool underLoad, Dictionary<Workload, IReadOnlyList<Trace>> traces, Dictionary<Workload, IReadOnlyList<Trace>> quiet)
    {
        double[] limits = [1.25, 1.1, 1 / 1.25, 1 / 1.5, 1 / 2.0];
        var table = Table($"Budgets, p95, {Condition(underLoad)}", ["Workload", "Sessions", "Limit 25 % over: failed", "10 % over: failed", "inconclusive", "p95 25 % over the limit: failed", "50 %", "100 %"]);
        Print(
            table,
            traces.Where(pair => pair.Value.Count > 0 && quiet[pair.Key].Count > 0).Select(pair => (pair.Key, Tallies(pair.Value, Usual(quiet[pair.Key])))),
            tallies =>
            [
                $"{tallies[0].Count:#,0}", tallies[0].Of(PerfOutcome.Failed).ToString(), tallies[1].Of(PerfOutcome.Failed).ToString(), tallies[1].Of(PerfOutcome.Inconclusive).Share,
                .. tallies.Skip(2).Select(tally => tally.Of(PerfOutcome.Failed).Share),
            ]);

        static double Usual(IReadOnlyList<Trace> sessions) => sessions.Select(BudgetReplay.P95).Order().ElementAt(sessions.Count / 2);

        Tally[] Tallies(IReadOnlyList<Trace> sessions, double usual) =>
            [.. limits.Select(limit => new Tally([.. sessions.Where(trace => trace.First.SingleCalls is not null).Select(trace => BudgetReplay.Judge(trace, usual * limit))]))];
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
            Print(
                Table($"Gate 2, interleaved, up to {longest:0} s, {Condition(underLoad)}", ["Workload", "Equal: failed", "inconclusive", .. s_slower.Select(slower => $"{slower - 1:+0 %}: failed"), "Seconds, equal"]),
                traces.Where(pair => pair.Value.Count > 0).Select(pair => (pair.Key, Factors.Select(slower => new Tally([.. pair.Value.SelectMany(trace => ComparisonReplay.Judge(trace, slower, longest))])).ToArray())),
                tallies =>
                [
                    tallies[0].Of(PerfOutcome.Failed).ToString(), tallies[0].Of(PerfOutcome.Inconclusive).Share,
                    .. tallies.Skip(1).Select(tally => tally.Of(PerfOutcome.Failed).Share), $"{tallies[0].MedianSeconds:0.00}",
                ]);
        }
    }

    /// <summary>Prints a row for each workload, and one for all of them.</summary>
    private static void Print(Table table, IEnumerable<(Workload Workload, Tally[] Tallies)> rows, Func<Tally[], string[]> cells)
    {
        Tally[]? all = null;
        foreach (var (workload, tallies) in rows)
        {
            all = all is null ? tallies : [.. all.Zip(tallies, (sum, own) => sum + own)];
            table.AddRow([workload.Name, .. cells(tallies)]);
        }

        if (all is not null)
            table.AddRow(["all", .. cells(all)]);
        AnsiConsole.Write(table);
    }

    private static Table Table(string title, string[] columns)
    {
        var table = new Table().Title(title);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).RightAligned());
        return table;
    }
}
