using PerfAssert.Baselines;
using PerfAssert.Budgets;
using PerfAssert.Loads;
using PerfAssert.Measuring;
using PerfAssert.Reporting;
using PerfAssert.Runs;
using PerfAssert.Verdicts;

namespace PerfAssert;

/// <summary>One load test, step by step: one request, whose own failure is the test's; a turn of the machine; a run, and a second one where the first needs confirmation; the verdict.</summary>
internal sealed class LoadTestSteps(IInstruments instruments, LoadDriver drive, IMachineLock machineLock, MachineFingerprint machine, TimeProvider time)
{
    /// <summary>Between two runs, so that a slow phase of the machine, which lasts a second or two, is over.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    /// <summary>Why nothing can be measured before anything ran, and after the first request; null where it can.</summary>
    public required (Func<string?> BeforeRun, Func<string?> AfterFirstRequest) Preconditions { get; init; }

    /// <summary>Carries the test out.</summary>
    public async ValueTask<PerfTestResult> RunAsync(PerfTest test, LoadPlan plan, string key, BaselinePaths paths, CancellationToken cancellationToken)
    {
        if (!(plan.MaxErrors is >= 0 and <= 1))
            throw new PerfTestException($"{test.DisplayName} sets MaxErrors = {plan.MaxErrors}: the share of requests that may fail, from 0 (none) to 1.");
        var entry = BaselineStore.ReadCommitted(paths).Entries.GetValueOrDefault(key);
        var budget = TestBudget.Find(test.Policy.Budget, test.DisplayName, paths.Root);
        var reason = Preconditions.BeforeRun();
        await SendOneAsync(plan, cancellationToken).ConfigureAwait(false);
        reason ??= Preconditions.AfterFirstRequest();
        if (reason is not null)
            return NotMeasured(reason);

        var (turn, waited, owner) = await MachineTurn.WaitAsync(machineLock, test, instruments, cancellationToken).ConfigureAwait(false);
        if (turn is null)
            return NotMeasured(MachineTurn.GaveUp(owner));
        using (turn)
        {
            var readings = await RunAsync(test, plan, runs => Judge(runs).Verdict, cancellationToken).ConfigureAwait(false);
            var (verdict, kept) = Judge(readings);
            var result = Conclude(readings, verdict, kept);
            result.Waited = (waited, owner);
            return result;
        }

        PerfTestResult NotMeasured(string why) => new(test, key, new Verdict(PerfOutcome.NotMeasured, why), machine, paths);

        (Verdict Verdict, JudgedBudget? Budget) Judge(IReadOnlyList<LoadReading> runs)
        {
            var kept = runs.All(run => LoadRules.IsFit(run.Measured, plan)) ? LoadBudgetRules.Judge(budget, runs) : null;
            return (LoadRules.Judge(runs, plan, entry, machine, kept), kept);
        }

        PerfTestResult Conclude(IReadOnlyList<LoadReading> readings, Verdict verdict, JudgedBudget? kept)
        {
            var shown = readings.MinBy(run => (LoadRules.IsFit(run.Measured, plan) ? 0 : 1, run.Measured.Latency.P50))!;
            var now = LoadRules.IsFit(shown.Measured, plan) ? Record(shown, plan.Profile) : null;
            return new PerfTestResult(test, key, verdict, machine, paths)
            {
                Load = new JudgedLoad(plan.Profile, plan.MaxErrors, shown.Measured, readings.Count),
                Budget = kept,
                Baseline = entry?.Machines.GetValueOrDefault(machine.Key),
                Now = now,
                Elapsed = readings.Aggregate(TimeSpan.Zero, (sum, run) => sum + plan.Profile.WarmUp + run.Measured.Elapsed),
                Confirmed = readings.Count > 1,
                ReceiveProblem = now is null ? null : ReceivedResult.Update(test, key, paths, machine, verdict, now),
            };
        }
    }

    private async ValueTask<IReadOnlyList<LoadReading>> RunAsync(PerfTest test, LoadPlan plan, Func<IReadOnlyList<LoadReading>, Verdict> judge, CancellationToken cancellationToken)
    {
        var runner = new LoadRunner(drive, instruments);
        var progress = test.OnProgress is { } tell ? new LoadProgressLines(test.DisplayName, plan.Profile.Model, tell) : null;
        var first = await runner.RunAsync(plan, progress, cancellationToken).ConfigureAwait(false);
        if (!LoadRules.NeedsConfirmation(first, plan, judge([first])))
            return [first];
        await instruments.PauseAsync(s_pause, cancellationToken).ConfigureAwait(false);
        test.OnProgress?.Invoke($"{test.DisplayName}: it would fail; once more, to be sure.");
        return [first, await runner.RunAsync(plan, progress is null ? null : new LoadProgressLines(test.DisplayName, plan.Profile.Model, test.OnProgress!), cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>What is wrong with the request itself shows here, with its own stack trace.</summary>
    private static async ValueTask SendOneAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(plan.Profile.RequestTimeout);
        await plan.Request(new LoadIteration(0, plan.Profile.Model == LoadModel.Closed ? 0 : -1, limit.Token)).ConfigureAwait(false);
    }

    private BaselineRecord Record(LoadReading run, LoadProfile profile)
    {
        var (latency, throughput) = (run.Measured.Latency, run.Measured.Throughput);
        return BaselineRecord.OfLoad(
            new LoadRecord(ProfileText.Of(profile), latency.Count, BaselineRecord.Digits(latency.P50), BaselineRecord.Digits(latency.P95), BaselineRecord.Digits(latency.P99), BaselineRecord.Digits(throughput)),
            run.Mix,
            time.GetUtcNow().UtcDateTime);
    }
}
