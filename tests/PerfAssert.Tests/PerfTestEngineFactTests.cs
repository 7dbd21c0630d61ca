using PerfAssert.Baselines;
using PerfAssert.Measuring;
using PerfAssert.Tests.Facts;
using static PerfAssert.Tests.Facts.SimulatedFacts;

namespace PerfAssert.Tests;

/// <summary>What exact facts do to a test, from the first call to the failure message.</summary>
public sealed class PerfTestEngineFactTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatedMachine _machine = new();
    private IFactSource[] _sources = [new SimulatedFacts(Reading(commands: 2, rows: 50))];
    private string? _notMeasured;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_limit_that_nothing_counts_fails_and_names_the_package()
    {
        _sources = [];
        var error = await Assert.ThrowsAsync<PerfTestException>(() => Run(new PerfPolicy { MaxCommands = 1 }));
        Assert.Contains("dotnet add package PerfAssert.EntityFrameworkCore", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, -1)]
    [InlineData(-1, 1, -1)]
    [InlineData(-1, -1, 1)]
    public async Task A_limit_on_a_test_that_nothing_was_seen_of_fails(long commands, long rows, long same)
    {
        _sources = [new SimulatedFacts(Reading())];
        var policy = new PerfPolicy { MaxCommands = commands, MaxRows = rows, MaxSameStatement = same };
        Assert.Contains("not one SQL command", (await Assert.ThrowsAsync<PerfTestException>(() => Run(policy))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_is_to_send_nothing_and_sends_nothing_is_fine()
    {
        _sources = [new SimulatedFacts(Reading())];
        Assert.Equal(PerfOutcome.NoBaseline, (await Run(new PerfPolicy { MaxCommands = 0 })).Outcome);
    }

    [Fact]
    public async Task A_limit_whose_count_cannot_be_found_out_fails()
    {
        _sources = [new SimulatedFacts(Reading(commands: 1, scansUnknown: "this database has no plans"))];
        Assert.Contains("this database has no plans", (await Assert.ThrowsAsync<PerfTestException>(() => Run(new PerfPolicy { NoFullScan = true }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_are_kept_in_the_baseline()
    {
        await Accept();
        Assert.Equal(50, BaselineStore.ReadCommitted(_folder.Paths).Entries.Values.Single().Machines.Values.Single().Facts.Find(ExactFact.SqlRows));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a Debug build")]
    public async Task One_command_more_than_the_baseline_fails_measured_or_not(string? notMeasured)
    {
        await Accept();
        _sources = [new SimulatedFacts(Reading(commands: 3, rows: 50))];
        _notMeasured = notMeasured;
        Assert.Equal(PerfOutcome.Failed, (await Run()).Outcome);
    }

    [Fact]
    public async Task In_a_Debug_build_the_same_counts_are_just_not_measured()
    {
        await Accept();
        _notMeasured = "a Debug build";
        Assert.Equal(PerfOutcome.NotMeasured, (await Run()).Outcome);
    }

    [Fact]
    public async Task In_a_Debug_build_without_limit_or_baseline_the_test_still_runs_once()
    {
        _notMeasured = "a Debug build";
        var body = new SimulatedBody(_machine, 1_000);
        await Run(body: body);
        Assert.Equal(1, body.Calls);
    }

    [Fact]
    public async Task Nothing_is_counted_while_time_is_measured()
    {
        var source = new SimulatedFacts(Reading(commands: 1));
        _sources = [source];
        var body = new SimulatedBody(_machine, 1_000);
        body.Factor = calls => source.Open > 0 == calls < 4 ? 1 : throw new InvalidOperationException($"call {calls} with {source.Open} open scopes");
        await Run(body: body);
        Assert.Equal(4, source.Scopes);
    }

    [Fact]
    public async Task An_old_baseline_takes_the_counts_in_when_it_is_accepted_again()
    {
        var sources = _sources;
        _sources = [];
        await Accept();
        _sources = sources;
        await Accept();
        Assert.Equal(PerfOutcome.Pass, (await Run()).Outcome);
    }

    [Fact]
    public async Task A_failure_tells_the_counts_and_what_they_consist_of()
    {
        await Accept();
        _sources = [new SimulatedFacts(Reading(commands: 51, rows: 50))];
        var text = (await Run()).Describe();
        Assert.Contains("2 → 51 SQL commands, 50 rows", text, StringComparison.Ordinal);
        Assert.Contains("51 × SELECT 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_gone_is_a_doubt()
    {
        await Accept();
        _sources = [];
        Assert.Equal(PerfOutcome.Inconclusive, (await Run()).Outcome);
    }

    private async Task<PerfTestResult> Run(PerfPolicy? policy = null, PerfBody? body = null)
    {
        var engine = new PerfTestEngine(_machine, new MeasurementPlan(), _ => _notMeasured, _ => null, TimeProvider.System, Make.Machine()) { Sources = _ => _sources };
        return await engine.RunAsync(
            new PerfTest
            {
                TestClass = typeof(PerfTestEngineFactTests),
                Method = typeof(PerfTestEngineFactTests).GetMethod(nameof(Counts_are_kept_in_the_baseline))!,
                DisplayName = "a test",
                Body = body ?? new SimulatedBody(_machine, 1_000),
                Policy = policy ?? PerfPolicy.Default,
            },
            _folder.Paths,
            default);
    }

    private async Task Accept()
    {
        await Run();
        File.Move(_folder.Paths.Received, _folder.Paths.Committed, overwrite: true);
    }
}
