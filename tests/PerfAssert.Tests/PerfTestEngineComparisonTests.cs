using PerfAssert.Measuring;

namespace PerfAssert.Tests;

/// <summary>A test that brings what it is compared with.</summary>
public sealed class PerfTestEngineComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedMachine _machine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task As_fast_as_the_other_passes() => Assert.Equal(PerfOutcome.Pass, (await Run(1_000, 1_000)).Outcome);

    [Fact]
    public async Task A_fifth_slower_than_the_other_fails() => Assert.Equal(PerfOutcome.Failed, (await Run(1_200, 1_000)).Outcome);

    [Fact]
    public async Task A_failure_was_compared_twice()
    {
        await Run(1_200, 1_000);
        Assert.Single(_machine.Pauses);
    }

    [Fact]
    public async Task A_budget_beside_it_is_refused() =>
        Assert.Contains("both RelativeTo and Budget", (await Assert.ThrowsAsync<PerfTestException>(() => Run(1_000, 1_000, new PerfPolicy { Budget = "cart.total" }))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Not_twice_as_fast_as_asked_for_fails() => Assert.Equal(PerfOutcome.Failed, (await Run(700, 1_000, new PerfPolicy { MaxRatio = 0.5 })).Outcome);

    [Fact]
    public async Task It_passes_on_a_machine_that_is_slow_throughout()
    {
        _machine.Slowness = _ => 1.9;
        Assert.Equal(PerfOutcome.Pass, (await Run(1_000, 1_000)).Outcome);
    }

    [Fact]
    public async Task It_leaves_no_file_to_accept()
    {
        await Run(1_200, 1_000);
        Assert.False(File.Exists(_folder.Paths.Received));
    }

    [Fact]
    public async Task It_fails_over_its_limit_of_bytes() =>
        Assert.Equal((PerfOutcome.Failed, PerfSeverity.Critical), await Run(1_000, 1_000, new PerfPolicy { MaxAllocatedBytes = 64 }) is var result ? (result.Outcome, result.Severity) : default);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_limit_that_is_no_ratio_is_refused(double maxRatio) =>
        Assert.Contains("MaxRatio", (await Assert.ThrowsAsync<PerfTestException>(() => Run(1_000, 1_000, new PerfPolicy { MaxRatio = maxRatio }))).Message, StringComparison.Ordinal);

    private async Task<PerfTestResult> Run(double subject, double reference, PerfPolicy? policy = null)
    {
        var engine = new PerfTestEngine(_machine, new MeasurementPlan(), _ => null, _ => null, TimeProvider.System, Make.Machine()) { Random = new Random(1) };
        return await engine.RunAsync(
            new PerfTest
            {
                TestClass = typeof(PerfTestEngineComparisonTests),
                Method = typeof(PerfTestEngineComparisonTests).GetMethod(nameof(It_leaves_no_file_to_accept))!,
                DisplayName = "a test",
                Body = new SimulatedBody(_machine, subject, bytes: 96),
                RelativeTo = new PerfReference("Old", new SimulatedBody(_machine, reference, bytes: 200)),
                Policy = policy ?? PerfPolicy.Default,
            },
            _folder.Paths,
            default);
    }
}
