using CsCheck;
using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Verdicts;

namespace PerfAssert.Tests.Verdicts;

public class VerdictRulesTests
{
    private static readonly BaselineEntry Baseline = Make.Entry(Make.Record(1_000, allocated: 1_000));

    private static readonly Gen<BatchSample[]> Samples =
        Gen.Select(Gen.Double[800, 2_000], Gen.Double[25_000, 45_000]).Select((time, mix) => new BatchSample(time, mix)).Array[3, 300];

    [Theory]
    [InlineData(1_000, PerfOutcome.Pass, PerfSeverity.None)]
    [InlineData(1_049, PerfOutcome.Pass, PerfSeverity.None)]
    [InlineData(1_050, PerfOutcome.Info, PerfSeverity.None)]
    [InlineData(1_099, PerfOutcome.Info, PerfSeverity.None)]
    [InlineData(1_100, PerfOutcome.Warning, PerfSeverity.None)]
    [InlineData(1_149, PerfOutcome.Warning, PerfSeverity.None)]
    [InlineData(1_150, PerfOutcome.Failed, PerfSeverity.High)]
    [InlineData(1_250, PerfOutcome.Failed, PerfSeverity.High)]
    [InlineData(1_251, PerfOutcome.Failed, PerfSeverity.Critical)]
    [InlineData(951, PerfOutcome.Pass, PerfSeverity.None)]
    [InlineData(949, PerfOutcome.Improved, PerfSeverity.None)]
    public void Time_is_judged_by_its_ratio(double time, PerfOutcome outcome, PerfSeverity severity)
    {
        var verdict = Judge(Make.Measurement(time, 1_000));
        Assert.Equal((outcome, severity), (verdict.Outcome, verdict.Severity));
    }

    [Theory]
    [InlineData(1_010, PerfOutcome.Pass, PerfSeverity.None)]
    [InlineData(1_011, PerfOutcome.Failed, PerfSeverity.High)]
    [InlineData(1_251, PerfOutcome.Failed, PerfSeverity.Critical)]
    [InlineData(989, PerfOutcome.Pass, PerfSeverity.None)]
    [InlineData(900, PerfOutcome.Improved, PerfSeverity.None)]
    public void Allocations_are_judged_to_the_percent(double bytes, PerfOutcome outcome, PerfSeverity severity)
    {
        var verdict = Judge(Make.Measurement(1_000, bytes));
        Assert.Equal((outcome, severity), (verdict.Outcome, verdict.Severity));
    }

    [Fact]
    public void One_object_more_in_code_that_allocated_nothing_fails() =>
        Assert.Equal(PerfSeverity.Critical, Judge(Make.Measurement(1_000, 24), Make.Entry(Make.Record(1_000))).Severity);

    [Theory]
    [InlineData(1_256, PerfOutcome.Pass)]
    [InlineData(1_257, PerfOutcome.Failed)]
    public void Asynchronous_code_has_a_wider_tolerance_of_allocations(double bytes, PerfOutcome outcome) =>
        Assert.Equal(outcome, Judge(Make.Measurement(1_000, bytes, exact: false)).Outcome);

    [Fact]
    public void More_bytes_of_code_that_had_not_settled_are_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(1_000, 2_000, settled: false)).Outcome);

    [Fact]
    public void A_limit_of_bytes_does_not_fail_code_that_had_not_settled() =>
        Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(1_000, 101, settled: false), null, new PerfPolicy { MaxAllocatedBytes = 100 }).Outcome);

    [Fact]
    public void Allocations_over_the_test_s_limit_fail_without_any_baseline() =>
        Assert.Equal(PerfOutcome.Failed, Judge(Make.Measurement(1_000, 101), null, new PerfPolicy { MaxAllocatedBytes = 100 }).Outcome);

    [Fact]
    public void Allocations_at_the_test_s_limit_do_not_fail() =>
        Assert.Equal(PerfOutcome.NoBaseline, Judge(Make.Measurement(1_000, 100), null, new PerfPolicy { MaxAllocatedBytes = 100 }).Outcome);

    [Fact]
    public void A_failure_of_allocations_tells_the_time_as_well() => Assert.Equal(1.6, Judge(Make.Measurement(1_600, 2_000)).TimeRatio!.Value, 6);

    [Fact]
    public void Without_a_baseline_there_is_nothing_to_judge_time_by() => Assert.Equal(PerfOutcome.NoBaseline, Judge(Make.Measurement(), baseline: null).Outcome);

    [Fact]
    public void Time_is_advisory_on_another_machine() =>
        Assert.Equal(PerfOutcome.NoBaseline, Judge(Make.Measurement(9_000, 1_000), Make.Entry(Make.Record(1_000, 1_000), Make.Machine("Another CPU"))).Outcome);

    [Fact]
    public void Allocations_gate_on_another_machine_as_well() =>
        Assert.Equal(PerfOutcome.Failed, Judge(Make.Measurement(1_000, 2_000), Make.Entry(Make.Record(1_000, 1_000), Make.Machine("Another CPU"))).Outcome);

    [Fact]
    public void Allocations_do_not_gate_against_another_runtime() =>
        Assert.Equal(PerfOutcome.NoBaseline, Judge(Make.Measurement(1_000, 2_000), Make.Entry(Make.Record(1_000, 1_000), Make.Machine(runtime: ".NET 8.0"))).Outcome);

    [Fact]
    public void Of_several_machines_the_one_that_allocated_most_is_the_measure()
    {
        var entry = Make.Entry(Make.Record(1, 1_000), Make.Machine("A")).With(Make.Machine("B").Key, Make.Record(1, 2_000));
        Assert.Equal(PerfOutcome.NoBaseline, Judge(Make.Measurement(1_000, 1_900), entry).Outcome);
    }

    [Fact]
    public void A_slow_machine_is_a_doubt_and_not_a_failure() =>
        Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(1_600, 1_000, mix: 48_000)).Outcome);

    [Fact]
    public void What_is_fine_on_a_slow_machine_is_fine() => Assert.Equal(PerfOutcome.Pass, Judge(Make.Measurement(1_040, 1_000, mix: 48_000)).Outcome);

    [Fact]
    public void What_was_fast_once_in_a_slow_phase_is_fast()
    {
        var samples = Enumerable.Range(0, 200).Select(i => new BatchSample(i > 0 ? 1_600 : 1_020, 48_000)).ToArray();
        Assert.Equal(PerfOutcome.Pass, Judge(Make.Measurement(samples, 1_000)).Outcome);
    }

    [Fact]
    public void What_is_slower_unevenly_was_disturbed()
    {
        var samples = Enumerable.Range(0, 200).Select(i => new BatchSample(i == 0 ? 1_200 : 1_700, 30_000)).ToArray();
        Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(samples, 1_000)).Outcome);
    }

    [Fact]
    public void A_few_batches_in_calm_moments_are_enough_to_fail()
    {
        var samples = Enumerable.Range(0, 500).Select(i => i < 10 ? new BatchSample(1_600, 30_000) : new BatchSample(2_400, 48_000)).ToArray();
        Assert.Equal(PerfOutcome.Failed, Judge(Make.Measurement(samples, 1_000)).Outcome);
    }

    [Fact]
    public void Fast_batches_beside_slow_readings_are_not_enough_to_fail()
    {
        var samples = Enumerable.Range(0, 500).Select(i => i < 10 ? new BatchSample(1_600, 48_000) : new BatchSample(2_400, 30_000)).ToArray();
        Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(samples, 1_000)).Outcome);
    }

    [Fact]
    public void A_baseline_whose_quartile_noise_had_moved_passes_nothing_that_its_fastest_batch_does_not() =>
        Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(1_300, 1_000), Make.Entry(Make.Record(1_000, 1_000) with { P25 = 1_600 })).Outcome);

    [Fact]
    public void Busy_threads_in_the_test_process_are_a_doubt() =>
        Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(1_600, 1_000, cpuLoad: 1.4)).Outcome);

    [Fact]
    public void Threads_that_were_as_busy_at_the_baseline_are_none() =>
        Assert.Equal(PerfOutcome.Failed, Judge(Make.Measurement(1_600, 1_000, cpuLoad: 2), Make.Entry(Make.Record(1_000, 1_000) with { CpuLoad = 2 })).Outcome);

    [Fact]
    public void Code_on_several_threads_must_be_a_quarter_slower_to_fail() =>
        Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(1_200, 1_000, cpuLoad: 2), Make.Entry(Make.Record(1_000, 1_000) with { CpuLoad = 2 })).Outcome);

    [Fact]
    public void A_baseline_taken_on_a_crowded_machine_does_not_make_one_busy_core_a_doubt() =>
        Assert.Equal(PerfOutcome.Failed, Judge(Make.Measurement(1_600, 1_000, cpuLoad: 1), Make.Entry(Make.Record(1_000, 1_000) with { CpuLoad = 0.6 })).Outcome);

    [Fact]
    public void Code_that_had_not_settled_is_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, Judge(Make.Measurement(1_600, 1_000, settled: false)).Outcome);

    [Fact]
    public void A_faster_machine_is_no_improvement_of_the_code() => Assert.Equal(PerfOutcome.Pass, Judge(Make.Measurement(800, 1_000, mix: 24_000)).Outcome);

    [Fact]
    public void Below_5_ns_time_is_not_judged() =>
        Assert.Equal((PerfOutcome.Pass, null), (Judge(Make.Measurement(4.9), Make.Entry(Make.Record(1))).Outcome, Judge(Make.Measurement(4.9), Make.Entry(Make.Record(1))).TimeRatio));

    [Fact]
    public void A_body_that_is_no_longer_empty_is_judged_from_5_ns_on() =>
        Assert.Equal(10, Judge(Make.Measurement(50), Make.Entry(Make.Record(1))).TimeRatio);

    [Fact]
    public void A_failure_that_the_second_measurement_shows_too_stands() =>
        Assert.Equal(PerfOutcome.Failed, Judge(Make.Measurement(1_600, 1_000), confirmation: Make.Measurement(1_500, 1_000)).Outcome);

    [Fact]
    public void A_failure_that_the_second_measurement_does_not_show_is_none() =>
        Assert.Equal(PerfOutcome.Pass, Judge(Make.Measurement(1_600, 1_000), confirmation: Make.Measurement(1_000, 1_000)).Outcome);

    [Fact]
    public void A_suspicion_of_a_slow_phase_fails_where_a_calm_reading_shows_it_too() =>
        Assert.Equal(PerfOutcome.Failed, Judge(Make.Measurement(1_600, 1_000, mix: 48_000), confirmation: Make.Measurement(1_500, 1_000)).Outcome);

    [Fact]
    public void A_calm_failure_stands_where_a_reading_of_a_slow_phase_does_not_contradict_it() =>
        Assert.Equal(PerfOutcome.Failed, Judge(Make.Measurement(1_600, 1_000), confirmation: Make.Measurement(1_700, 1_000, mix: 48_000)).Outcome);

    [Fact]
    public void A_suspicion_that_was_disturbed_is_measured_again() =>
        Assert.True(VerdictRules.NeedsConfirmation(Judge(Make.Measurement(1_600, 1_000, mix: 48_000))));

    [Fact]
    public void A_baseline_of_a_noisy_moment_is_not_worth_a_second_measurement() =>
        Assert.False(VerdictRules.NeedsConfirmation(Judge(Make.Measurement(1_300, 1_000), Make.Entry(Make.Record(1_000, 1_000) with { P25 = 1_600 }))));

    [Fact]
    public void A_confirmed_failure_is_as_bad_as_the_better_of_its_two_readings() =>
        Assert.Equal(PerfSeverity.High, Judge(Make.Measurement(1_600, 1_000), confirmation: Make.Measurement(1_200, 1_000)).Severity);

    [Theory]
    [InlineData(PerfOutcome.Failed, false, true)]
    [InlineData(PerfOutcome.Inconclusive, false, false)]
    [InlineData(PerfOutcome.Inconclusive, true, true)]
    [InlineData(PerfOutcome.NotMeasured, true, false)]
    [InlineData(PerfOutcome.NoBaseline, true, false)]
    [InlineData(PerfOutcome.Warning, true, false)]
    public void Only_failures_turn_a_test_red_and_doubts_where_it_is_strict(PerfOutcome outcome, bool strict, bool red) =>
        Assert.Equal(red, new Verdict(outcome, "").FailsTest(new PerfPolicy { Strict = strict }));

    [Fact]
    public void The_MIX_reading_never_causes_a_failure() =>
        Samples.Sample(samples =>
            Judge(Make.Measurement(samples, 1_000)).Outcome != PerfOutcome.Failed
            || Judge(Make.Measurement(samples.Select(s => s with { Mix = 30_000 }).ToArray(), 1_000)).Outcome == PerfOutcome.Failed);

    [Fact]
    public void Nothing_fails_that_one_of_two_measurements_passes() =>
        Gen.Select(Samples, Samples).Sample((first, second) =>
            Judge(Make.Measurement(second, 1_000)).Outcome is PerfOutcome.Failed or PerfOutcome.Inconclusive
            || Judge(Make.Measurement(first, 1_000), confirmation: Make.Measurement(second, 1_000)).Outcome != PerfOutcome.Failed);

    [Fact]
    public void One_batch_as_fast_as_the_baseline_is_enough_not_to_fail() =>
        Samples.Sample(samples => Judge(Make.Measurement([.. samples, new BatchSample(1_000, 30_000)], 1_000)).Outcome != PerfOutcome.Failed);

    [Fact]
    public void What_ends_sampling_early_never_fails() =>
        Samples.Sample(samples =>
            !VerdictRules.IsClearlyFine(samples, Make.Record(1_000, 1_000)) || Judge(Make.Measurement(samples, 1_000)).Outcome is not (PerfOutcome.Failed or PerfOutcome.Inconclusive));

    private static Verdict Judge(Measurement measurement, Measurement? confirmation = null) => Judge(measurement, Baseline, null, confirmation);

    private static Verdict Judge(Measurement measurement, BaselineEntry? baseline, PerfPolicy? policy = null, Measurement? confirmation = null) =>
        VerdictRules.Judge(confirmation is null ? [measurement] : [measurement, confirmation], baseline, Make.Machine(), policy ?? PerfPolicy.Default);
}
