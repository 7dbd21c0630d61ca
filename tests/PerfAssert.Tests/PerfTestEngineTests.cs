using PerfAssert.Baselines;
using PerfAssert.Measuring;

namespace PerfAssert.Tests;

public sealed class PerfTestEngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedMachine _machine = new();
    private readonly Clock _clock = new();
    private readonly SimulatedBody _body;
    private string? _beforeRun;
    private string? _afterFirstRun;
    private MachineFingerprint _fingerprint = Make.Machine();

    public PerfTestEngineTests() => _body = new SimulatedBody(_machine, 1_000, bytes: 96);

    private BaselinePaths Paths => _folder.Paths;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_first_run_has_no_baseline() => Assert.Equal(PerfOutcome.NoBaseline, (await Run()).Outcome);

    [Fact]
    public async Task A_first_run_leaves_a_received_file()
    {
        await Run();
        Assert.True(File.Exists(Paths.Received));
    }

    [Fact]
    public async Task An_accepted_result_passes()
    {
        await Accept();
        Assert.Equal(PerfOutcome.Pass, (await Run()).Outcome);
    }

    [Fact]
    public async Task Code_twice_as_slow_fails()
    {
        await Accept();
        _body.Nanoseconds *= 2;
        Assert.Equal((PerfOutcome.Failed, PerfSeverity.Critical), ((await Run()).Outcome, (await Run()).Severity));
    }

    [Fact]
    public async Task A_failure_of_time_was_measured_twice()
    {
        await Accept();
        _body.Nanoseconds *= 2;
        await Run();
        Assert.Single(_machine.Pauses);
    }

    [Fact]
    public async Task A_failure_of_allocations_was_measured_twice()
    {
        await Accept();
        await Run(new SimulatedBody(_machine, 1_000, bytes: 128));
        Assert.Single(_machine.Pauses);
    }

    [Fact]
    public async Task Allocations_that_a_second_count_does_not_find_are_no_failure()
    {
        await Accept();
        // Until the pause, the JIT has not finished with the code: each call allocates what it will not once it is optimized.
        var unfinished = new SimulatedBody(_machine, 1_000, bytes: 96);
        unfinished.Factor = _ => { if (_machine.Pauses.Count == 0) _machine.ThreadAllocatedBytes += 100_000; return 1; };
        Assert.Equal(PerfOutcome.Pass, (await Run(unfinished)).Outcome);
    }

    [Fact]
    public async Task One_object_more_fails()
    {
        await Accept();
        Assert.Equal(PerfOutcome.Failed, (await Run(new SimulatedBody(_machine, 1_000, bytes: 128))).Outcome);
    }

    [Fact]
    public async Task A_failure_leaves_a_received_file()
    {
        await Accept();
        _body.Nanoseconds *= 2;
        await Run();
        Assert.True(File.Exists(Paths.Received));
    }

    [Fact]
    public async Task Passing_again_takes_the_received_file_away()
    {
        await Accept();
        _body.Nanoseconds = 2_000;
        await Run();
        _body.Nanoseconds = 1_000;
        await Run();
        Assert.False(File.Exists(Paths.Received));
    }

    [Fact]
    public async Task A_slow_machine_is_a_doubt()
    {
        await Accept();
        _machine.Slowness = _ => 1.7;
        Assert.Equal(PerfOutcome.Inconclusive, (await Run()).Outcome);
    }

    [Fact]
    public async Task A_doubt_leaves_no_received_file()
    {
        await Accept();
        _machine.Slowness = _ => 1.7;
        await Run();
        Assert.False(File.Exists(Paths.Received));
    }

    [Fact]
    public async Task A_slow_phase_that_the_MIX_kernel_does_not_see_is_outwaited()
    {
        await Accept();
        var start = _machine.Now;
        _machine.MixSees = 0;
        _machine.Slowness = now => now - start < 5_500_000_000 ? 1.7 : 1;
        Assert.Equal(PerfOutcome.Pass, (await Run()).Outcome);
    }

    [Fact]
    public async Task Faster_code_is_an_improvement()
    {
        await Accept();
        _body.Nanoseconds = 500;
        Assert.Equal(PerfOutcome.Improved, (await Run()).Outcome);
    }

    [Fact]
    public async Task Another_machine_s_result_joins_the_file()
    {
        await Accept();
        _fingerprint = Make.Machine("Another CPU");
        await Accept();
        Assert.Equal(2, BaselineStore.ReadCommitted(Paths).Entries.Values.Single().Machines.Count);
    }

    [Fact]
    public async Task Where_nothing_can_be_measured_the_test_runs_once()
    {
        _beforeRun = "a reason";
        await Run();
        Assert.Equal(1, _body.Calls);
    }

    [Fact]
    public async Task Where_the_first_run_shows_that_nothing_can_be_measured_the_test_runs_once()
    {
        _afterFirstRun = "a reason";
        await Run();
        Assert.Equal(1, _body.Calls);
    }

    [Fact]
    public async Task A_test_that_was_not_measured_says_why()
    {
        _beforeRun = "a reason";
        var result = await Run();
        Assert.Equal((PerfOutcome.NotMeasured, "a reason"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_test_that_was_not_measured_leaves_no_received_file()
    {
        _beforeRun = "a reason";
        await Run();
        Assert.False(File.Exists(Paths.Received));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a Debug build")]
    public async Task A_corrupt_baseline_stops_the_test_before_it_runs(string? notMeasured)
    {
        _beforeRun = notMeasured;
        File.WriteAllText(Paths.Committed, "{\n  \"schema\": 1,\n}");
        var error = await Assert.ThrowsAsync<BaselineException>(Run);
        Assert.StartsWith("Cart.perf.json(3)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrupt_baseline_is_left_to_the_byte()
    {
        File.WriteAllText(Paths.Committed, "{\n  \"schema\": 1,\n}");
        await Assert.ThrowsAsync<BaselineException>(Run);
        Assert.Equal(("{\n  \"schema\": 1,\n}", false), (File.ReadAllText(Paths.Committed), File.Exists(Paths.Received)));
    }

    [Fact]
    public async Task An_empty_body_passes_and_says_that_its_time_is_not_gated()
    {
        _body.Nanoseconds = 1;
        await Accept();
        Assert.Contains("not gated below 5 ns", (await Run()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_body_throws_comes_through() =>
        await Assert.ThrowsAsync<TimeoutException>(() => Run(new ActionBody(() => throw new TimeoutException())));

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_does_not_change_the_verdict()
    {
        // A directory in the received file's place fails for root as well.
        Directory.CreateDirectory(Paths.Received);
        var result = await Run();
        Assert.Equal((PerfOutcome.NoBaseline, true), (result.Outcome, result.Describe().Contains("could not be written", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Real_code_on_a_real_clock_made_ten_times_slower_never_passes()
    {
        var plan = new MeasurementPlan
        {
            MinWarmUp = TimeSpan.FromSeconds(0.4), MaxWarmUp = TimeSpan.FromSeconds(0.8), JitQuiet = TimeSpan.FromSeconds(0.1), Window = TimeSpan.FromSeconds(0.05),
            Sampling = TimeSpan.FromSeconds(0.2), ExtendedSampling = TimeSpan.FromSeconds(0.2), ConfirmationSampling = TimeSpan.FromSeconds(0.2),
            Look = TimeSpan.FromSeconds(0.1), Pause = TimeSpan.FromSeconds(0.05),
        };
        var engine = new PerfTestEngine(new SystemInstruments(), plan, _ => null, _ => null, _clock, _fingerprint);
        var data = Enumerable.Range(0, 2_000).Select(i => i * 7_919 % 10_007).ToArray();
        await engine.RunAsync(Test(new FuncBody<int>(() => Work(data, 1))), Paths, default);
        // The machine may be ten times noisier now than a moment ago: as if the baseline's MIX reading had been taken in the same noise.
        var recorded = BaselineReader.Read(File.ReadAllBytes(Paths.Received), "received").Entries.Single();
        var lenient = recorded.Value.Machines.Values.Single() with { Mix = 1e9, CpuLoad = 100 };
        File.WriteAllBytes(Paths.Committed, BaselineWriter.Write(BaselineFile.Empty.With(recorded.Key, "", _fingerprint.Key, lenient)));
        // On a busy machine so short a warm-up may not settle, and the answer is a doubt.
        Assert.Contains((await engine.RunAsync(Test(new FuncBody<int>(() => Work(data, 10))), Paths, default)).Outcome, new[] { PerfOutcome.Failed, PerfOutcome.Inconclusive });

        static int Work(int[] data, int times)
        {
            var sum = 0;
            for (var time = 0; time < times; time++)
            {
                foreach (var number in data)
                    sum = (sum * 31) + number;
            }

            return sum;
        }
    }

    private Task<PerfTestResult> Run() => Run(_body);

    private async Task<PerfTestResult> Run(PerfBody body)
    {
        _clock.Advance();
        var engine = new PerfTestEngine(_machine, new MeasurementPlan(), _ => _beforeRun, _ => _afterFirstRun, _clock, _fingerprint);
        return await engine.RunAsync(Test(body), Paths, default);
    }

    private static PerfTest Test(PerfBody body) => new()
    {
        TestClass = typeof(PerfTestEngineTests),
        Method = typeof(PerfTestEngineTests).GetMethod(nameof(One_object_more_fails))!,
        DisplayName = "a test",
        Body = body,
    };

    private async Task Accept()
    {
        await Run();
        File.Move(Paths.Received, Paths.Committed, overwrite: true);
    }

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(Make.Day);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance() => _now += TimeSpan.FromMinutes(1);
    }
}
