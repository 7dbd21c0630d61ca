using System.Globalization;
using PerfAssert;
using PerfAssert.Baselines;
using PerfAssert.Loads;
using PerfAssert.Measuring;
using PerfAssert.Statistics;
using PerfAssert.Verdicts;
using PerfTooling.Benchmarks;
using Spectre.Console;

namespace PerfTooling.LoadStudy;

/// <summary>Holds every session against the baseline that every other session would have left, by the rule of load tests.</summary>
internal static class Report
{
    /// <returns>Whether none of equal speed failed.</returns>
    public static bool Print(ResultFolder results)
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
            AnsiConsole.Profile.Width = 200;
        var table = new Table().Border(AnsiConsole.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.Markdown)
            .AddColumns("Workload", "Now", "Machine", "Sessions", "p50, median", "Failed", "Inconclusive", "Warned", "Passed", "Medians, first run", "In both runs, up to");
        var isRight = true;
        foreach (var condition in Condition.All)
        {
            var baselines = Read(results, condition with { Pace = "equal", Machine = "quiet" });
            var sessions = Read(results, condition);
            var verdicts = (
                from session in sessions
                from baseline in baselines
                where session.Path != baseline.Path && Baseline(baseline.Runs[0]) is not null
                select Judge(session.Runs, Baseline(baseline.Runs[0])!)).ToList();
            if (verdicts.Count == 0)
                continue;
            var ratios = verdicts.Select(verdict => verdict.First).Order().ToList();
            var failed = Count(PerfOutcome.Failed);
            isRight &= condition.Pace != "equal" || failed.Hits == 0;
            table.AddRow(
                condition.Workload, condition.Pace == "slower" ? "+30 %" : condition.Pace, condition.Machine, Text(sessions.Count, "0"),
                Text(Quantile.Of([.. sessions.Select(session => session.Runs[0].Measured.Latency.P50 / 1e6)], 0.5), "0.00 ms"), failed.ToString(), Count(PerfOutcome.Inconclusive).Share,
                Count(PerfOutcome.Warning).Share, Count(PerfOutcome.Pass, PerfOutcome.Info, PerfOutcome.Improved).Share,
                $"{Text(ratios[0], "0.00")} to {Text(ratios[^1], "0.00")}, median {Text(ratios[ratios.Count / 2], "0.00")}",
                verdicts.Max(verdict => verdict.InBoth) is { } most ? Text(most, "0.00") : "-");

            Rate Count(params PerfOutcome[] outcomes) => new(verdicts.Count(verdict => outcomes.Contains(verdict.Verdict.Outcome)), verdicts.Count);
        }

        AnsiConsole.Write(table);
        return isRight;
    }

    /// <summary>What the test says: after one run where that is fine, after both where it isn't.</summary>
    /// <returns>The verdict, the first run's median as a multiple of the baseline's, and the lower of both runs'; that is null where one said nothing of the system.</returns>
    private static (Verdict Verdict, double First, double? InBoth) Judge(LoadReading[] runs, BaselineEntry baseline)
    {
        var first = LoadRules.Judge([runs[0]], Session.Plan, baseline, MachineFingerprint.Current, null);
        var verdict = LoadRules.NeedsConfirmation(runs[0], Session.Plan, first) ? LoadRules.Judge(runs, Session.Plan, baseline, MachineFingerprint.Current, null) : first;
        var ratios = runs.Select(run => run.Measured.Latency.P50 / baseline.Machines[MachineFingerprint.Current.Key].P50).ToArray();
        return (verdict, ratios[0], runs.All(run => LoadRules.IsFit(run.Measured, Session.Plan)) ? ratios.Min() : null);
    }

    /// <summary>What the run would have left to accept; null where it was none to measure by.</summary>
    private static BaselineEntry? Baseline(LoadReading run)
    {
        if (!LoadRules.IsFit(run.Measured, Session.Plan))
            return null;
        var latency = run.Measured.Latency;
        var record = BaselineRecord.OfLoad(new LoadRecord(ProfileText.Of(Session.Plan.Profile), latency.Count, latency.P50, latency.P95, latency.P99, run.Measured.Throughput), run.Mix, DateTime.UnixEpoch);
        return BaselineFile.Empty.With("a load test", "", MachineFingerprint.Current.Key, record).Entries.Values.Single();
    }

    private static List<(string Path, LoadReading[] Runs)> Read(ResultFolder results, Condition condition) => [.. results.Files(condition.Kind).Select(path => (path, ResultFolder.Read<LoadReading[]>(path)))];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
