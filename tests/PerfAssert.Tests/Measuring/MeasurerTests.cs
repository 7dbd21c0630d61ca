using PerfAssert.Measuring;
using PerfAssert.Statistics;

namespace PerfAssert.Tests.Measuring;

public class MeasurerTests
{
    private readonly SimulatedMachine _machine = new();
    private readonly MeasurementPlan _plan = new();

    [Fact]
    public async Task Finds_the_time_of_a_call() => Assert.Equal(1_000, (await Measure(1_000)).Latency.P25, 1.0);

    [Fact]
    public async Task Times_calls_one_by_one_from_10_µs_on() => Assert.Equal(PercentileSource.Calls, (await Measure(10_000)).Latency.PercentilesOf);

    [Fact]
    public async Task Times_batches_below_10_µs() => Assert.Equal(PercentileSource.BatchMeans, (await Measure(9_000)).Latency.PercentilesOf);

    [Fact]
    public async Task Counts_allocated_bytes_a_call_exactly() =>
        Assert.Equal(new Allocation(72, Exact: true), (await Measure(new SimulatedBody(_machine, 1_000, bytes: 72))).Allocation);

    [Fact]
    public async Task Counts_the_process_s_bytes_for_asynchronous_code() =>
        Assert.Equal(new Allocation(72, Exact: false), (await Measure(new SimulatedBody(_machine, 1_000, bytes: 72, isAsync: true))).Allocation);

    [Fact]
    public async Task Samples_for_a_second_and_a_half_when_there_is_nothing_to_compare_with() => Assert.Equal(1.5, await SamplingSeconds(null), 0.05);

    [Fact]
    public async Task Stops_at_the_first_look_when_all_is_clearly_fine() => Assert.Equal(0.5, await SamplingSeconds(_ => true), 0.05);

    [Fact]
    public async Task Samples_for_three_seconds_while_it_looks_suspicious() => Assert.Equal(3, await SamplingSeconds(_ => false), 0.05);

    [Fact]
    public async Task Takes_three_samples_of_a_very_long_call() => Assert.Equal(3, (await Measure(3e9)).Samples.Count);

    [Fact]
    public async Task Reads_the_MIX_kernel_beside_every_batch() => Assert.All((await Measure(1_000)).Samples, s => Assert.Equal(30_000, s.Mix));

    [Fact]
    public async Task Pauses_before_it_measures_again()
    {
        var measurer = new Measurer(new SimulatedBody(_machine, 1_000), _plan, _machine);
        await measurer.ConfirmAsync(await measurer.MeasureAsync(null, default), null, default);
        Assert.Equal([_plan.Pause], _machine.Pauses);
    }

    [Fact]
    public async Task Takes_at_most_twelve_seconds_with_a_confirmation()
    {
        var measurer = new Measurer(new SimulatedBody(_machine, 1_000) { Factor = _ => 1 + (_machine.Now / 1e9) }, _plan, _machine);
        await measurer.ConfirmAsync(await measurer.MeasureAsync(_ => false, default), _ => false, default);
        Assert.InRange(_machine.Now / 1e9, 10, 12);
    }

    [Fact]
    public async Task Stops_when_told_to()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new Measurer(new SimulatedBody(_machine, 1_000), _plan, _machine).MeasureAsync(null, cancelled.Token));
    }

    [Fact]
    public async Task Sees_other_threads_of_the_process_at_work()
    {
        _machine.OtherThreads = 0.5;
        Assert.Equal(1.5, (await Measure(1_000)).CpuLoad, 0.01);
    }

    private ValueTask<Measurement> Measure(double nanoseconds) => Measure(new SimulatedBody(_machine, nanoseconds));

    private ValueTask<Measurement> Measure(PerfBody body) => new Measurer(body, _plan, _machine).MeasureAsync(null, default);

    private async Task<double> SamplingSeconds(Func<IReadOnlyList<BatchSample>, bool>? clearlyFine)
    {
        var measurement = await new Measurer(new SimulatedBody(_machine, 1_000), _plan, _machine).MeasureAsync(clearlyFine, default);
        return ((measurement.Calls * 1_000) + (measurement.Samples.Count * 30_000)) / 1e9;
    }
}
