using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfBudgets;

namespace PerfAssert.Tests;

public sealed class PerfTestEngineBudgetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedMachine _machine = new();
    private readonly SimulatedBody _body;
    private string? _notMeasured;

    public PerfTestEngineBudgetTests()
    {
        _body = new SimulatedBody(_machine, 50_000);
        Write("""{ "schema": 1, "operations": { "cart.total": { "p95": { "target": "60 µs", "warning": "80 µs", "critical": "100 µs" } } } }""");
    }

    private BaselinePaths Paths => _folder.Paths;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Within_its_budget_a_test_passes_without_a_baseline()
    {
        var result = await Run();
        Assert.Equal((PerfOutcome.Pass, "within the budget of cart.total; nothing to compare with yet"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_first_result_within_the_budget_is_received()
    {
        await Run();
        Assert.True(File.Exists(Paths.Received));
    }

    [Fact]
    public async Task Over_the_critical_limit_a_test_fails_though_it_is_as_fast_as_its_baseline()
    {
        _body.Nanoseconds = 150_000;
        await Accept();
        Assert.Equal((PerfOutcome.Failed, PerfSeverity.Critical), await Run() is var result ? (result.Outcome, result.Severity) : default);
    }

    [Fact]
    public async Task A_failure_was_measured_twice()
    {
        _body.Nanoseconds = 150_000;
        await Run();
        Assert.Single(_machine.Pauses);
    }

    [Fact]
    public async Task A_slow_phase_that_the_MIX_kernel_does_not_see_is_outwaited()
    {
        var start = _machine.Now;
        _machine.MixSees = 0;
        _machine.Slowness = now => now - start < 3_000_000_000 ? 3 : 1;
        Assert.Equal(PerfOutcome.Pass, (await Run()).Outcome);
    }

    [Fact]
    public async Task A_slow_machine_is_a_doubt_where_a_baseline_tells_its_pace()
    {
        await Accept();
        _machine.Slowness = _ => 3;
        Assert.Equal(PerfOutcome.Inconclusive, (await Run()).Outcome);
    }

    [Fact]
    public async Task Over_the_budget_and_as_fast_as_the_baseline_nothing_is_left_to_accept()
    {
        _body.Nanoseconds = 150_000;
        await Accept();
        await Run();
        Assert.False(File.Exists(Paths.Received));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a Debug build")]
    public async Task An_unknown_operation_stops_the_test_before_it_runs(string? notMeasured)
    {
        _notMeasured = notMeasured;
        var error = await Assert.ThrowsAsync<BudgetException>(() => Run("cart.totals"));
        Assert.Contains("there is no operation 'cart.totals'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'cart.total'?", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _body.Calls);
    }

    [Fact]
    public async Task Without_a_file_the_test_fails_and_shows_one()
    {
        File.Delete(Path.Combine(_folder.Path, BudgetFile.FileName));
        var error = await Assert.ThrowsAsync<PerfTestException>(() => Run());
        Assert.Contains($"there is no perf-budgets.json in {_folder.Path} or above it", error.Message, StringComparison.Ordinal);
        var example = error.Message[(error.Message.IndexOf("Create one: ", StringComparison.Ordinal) + 12)..];
        Write(example);
        Assert.Equal(PerfOutcome.Pass, (await Run()).Outcome);
    }

    [Fact]
    public async Task A_broken_file_fails_the_test_with_its_line()
    {
        Write("{\n  \"schema\": 1,\n}");
        Assert.Contains("perf-budgets.json(3): not valid JSON", (await Assert.ThrowsAsync<BudgetException>(() => Run())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_measured_nothing_is_said_of_the_budget()
    {
        _notMeasured = "a Debug build";
        Assert.Equal((PerfOutcome.NotMeasured, null), await Run() is var result ? (result.Outcome, result.Budget) : default);
    }

    private async Task<PerfTestResult> Run(string budget = "cart.total")
    {
        var engine = new PerfTestEngine(_machine, new MeasurementPlan(), _ => _notMeasured, _ => null, TimeProvider.System, Make.Machine());
        return await engine.RunAsync(
            new PerfTest
            {
                TestClass = typeof(PerfTestEngineBudgetTests),
                Method = typeof(PerfTestEngineBudgetTests).GetMethod(nameof(A_failure_was_measured_twice))!,
                DisplayName = "a test",
                Policy = new PerfPolicy { Budget = budget },
                Body = _body,
            },
            Paths,
            default);
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder.Path, BudgetFile.FileName), text);

    private async Task Accept()
    {
        await Run();
        File.Move(Paths.Received, Paths.Committed, overwrite: true);
    }
}
