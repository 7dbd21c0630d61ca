using Fixtures;
using PerfAssert.Baselines;

namespace PerfAssert.XunitTests;

/// <summary>What a user's test comes to. One collection: the engine under the adapter is one for the process.</summary>
[Collection("xunit in xunit")]
public sealed class OutcomeTests : IDisposable
{
    private readonly XunitRun _run = new(measured: true);

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(nameof(Throwing.TaskAfterAwait))]
    [InlineData(nameof(Throwing.ValueTaskAfterAwait))]
    [InlineData(nameof(Throwing.ValueTaskOfIntAfterAwait))]
    [InlineData(nameof(Throwing.AtOnce))]
    public void A_test_that_throws_goes_red_even_from_a_ValueTask_after_an_await(string test) =>
        Assert.StartsWith("System.TimeoutException", XunitRun.Run(typeof(Throwing))["Fixtures.Throwing." + test].Result, StringComparison.Ordinal);

    [Theory]
    [InlineData(nameof(Refused.AsyncVoid), "async void")]
    [InlineData(nameof(Refused.HasParameters), "Did you mean [PerfTheory]?")]
    [InlineData(nameof(Refused.TheoryWithoutData), "No data found for Fixtures.Refused.TheoryWithoutData")]
    [InlineData(nameof(Refused.SynchronousWithTimeout), "only asynchronous tests can have")]
    public void A_test_that_cannot_be_carried_out_fails_and_says_why(string test, string reason) =>
        Assert.Contains(reason, XunitRun.Run(typeof(Refused))["Fixtures.Refused." + test].Result, StringComparison.Ordinal);

    [Theory]
    [InlineData("Commands", "sets MaxCommands")]
    [InlineData("Rows", "sets MaxRows")]
    [InlineData("SameStatement", "sets MaxSameStatement")]
    [InlineData("FullScan", "sets NoFullScan")]
    [InlineData("Theory(number: 1)", "sets MaxCommands")]
    public void A_limit_on_SQL_that_nothing_counts_fails_and_says_what_to_add(string test, string reason)
    {
        var result = XunitRun.Run(typeof(LimitedSql))["Fixtures.LimitedSql." + test].Result;
        Assert.Contains(reason, result, StringComparison.Ordinal);
        Assert.Contains("dotnet add package PerfAssert.EntityFrameworkCore", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fact")]
    [InlineData("Theory(number: 1)")]
    public void Over_its_budget_a_test_fails(string test)
    {
        _run.WriteBudgets("""{ "schema": 1, "operations": { "measured.works": { "p95": { "critical": "5 µs" } } } }""");
        Assert.Contains("p95 is 2.0 times the critical limit of 5 µs for measured.works", XunitRun.Run(typeof(Budgeted))["Fixtures.Budgeted." + test].Result, StringComparison.Ordinal);
    }

    [Fact]
    public void Within_its_budget_a_test_passes_and_says_so()
    {
        _run.WriteBudgets("""{ "schema": 1, "operations": { "measured.works": { "p95": { "critical": "50 µs" } } } }""");
        Assert.Contains("pass: within the budget of measured.works", XunitRun.Run(typeof(Budgeted))["Fixtures.Budgeted.Fact"].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_whose_budget_is_not_written_yet_fails_and_says_what_to_write() =>
        Assert.Contains("sets Budget = \"measured.works\", and there is no perf-budgets.json in", XunitRun.Run(typeof(Budgeted))["Fixtures.Budgeted.Fact"].Result, StringComparison.Ordinal);

    [Theory]
    [InlineData("AsFast", "passed")]
    [InlineData("Row(size: 10)", "passed")]
    [InlineData("Row(size: 20)", "passed")]
    [InlineData("Slower", "FAILED (high): takes 1.30 times as long as Old, over the limit of MaxRatio = 1.05")]
    [InlineData("NotTwiceAsFast", "FAILED (critical): takes 0.80 times as long as Old, over the limit of MaxRatio = 0.5")]
    [InlineData("WithNothing", "Compared has no such method")]
    public void A_test_is_held_against_the_method_it_names(string test, string result) =>
        Assert.Contains(result, XunitRun.Run(typeof(Compared))["Fixtures.Compared." + test].Result, StringComparison.Ordinal);

    [Fact]
    public void What_is_to_be_done_around_a_batch_is_done_around_each() =>
        Assert.Equal("passed", XunitRun.Run(typeof(Compared))["Fixtures.Compared.Prepared"].Result);

    [Fact]
    public void A_test_that_hangs_is_given_up_after_its_timeout() =>
        Assert.Contains("TestTimeoutException", XunitRun.Run(typeof(Hanging))["Fixtures.Hanging.NeverEnds"].Result, StringComparison.Ordinal);

    [Fact]
    public void Skipped_tests_do_not_run()
    {
        Assert.All(XunitRun.Run(typeof(Skipped)).Values, outcome => Assert.Equal("skipped: not today", outcome.Result));
        Assert.Empty(XunitRun.Journal);
    }

    [Fact]
    public void Without_a_baseline_a_test_passes_and_says_how_to_accept_its_result()
    {
        var outcome = XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"];
        Assert.Equal(("passed", true), (outcome.Result, outcome.Output.Contains("mv Measured.perf.received.json Measured.perf.json", StringComparison.Ordinal)));
    }

    [Fact]
    public void With_its_baseline_a_test_passes()
    {
        Accept();
        Assert.Contains("Fixtures.Measured.Works: pass: ", XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Made_twice_as_slow_a_test_fails_with_both_times_and_the_command()
    {
        Accept();
        Measured.Cost *= 2;
        var result = XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"].Result;
        Assert.Contains("FAILED (critical)", result, StringComparison.Ordinal);
        Assert.Contains("10.0 µs → 20.0 µs", result, StringComparison.Ordinal);
        Assert.Contains("mv Measured.perf.received.json Measured.perf.json", result, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_points_at_the_test_and_not_at_us()
    {
        Accept();
        Measured.Cost *= 2;
        Assert.Matches(@"at Fixtures\.Measured\.Works\(\) in .*ReturnKinds\.cs:line \d+\s*$", XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"].Result);
    }

    [Fact]
    public void Made_faster_a_test_passes_as_improved()
    {
        Accept();
        Measured.Cost /= 2;
        Assert.Contains(": improved: ", XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubt_passes()
    {
        Accept();
        _run.Machine.Slowness = _ => 2;
        Measured.Cost *= 2;
        Assert.Contains(": inconclusive: ", XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"].Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubt_fails_a_strict_test()
    {
        Accept(typeof(StrictlyMeasured));
        _run.Machine.Slowness = _ => 2;
        Measured.Cost *= 2;
        Assert.Contains("INCONCLUSIVE (strict)", XunitRun.Run(typeof(StrictlyMeasured))["Fixtures.StrictlyMeasured.Works"].Result, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrupt_baseline_fails_the_test_with_file_and_line_and_is_left_as_it_is()
    {
        var path = _run.Paths(typeof(Measured)).Committed;
        File.WriteAllText(path, "{\n  \"schema\": oops\n}");
        Assert.Contains("Measured.perf.json(2): not valid JSON", XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"].Result, StringComparison.Ordinal);
        Assert.Equal("{\n  \"schema\": oops\n}", File.ReadAllText(path));
    }

    [Fact]
    public void A_baseline_of_a_newer_schema_fails_the_test_and_says_to_update()
    {
        File.WriteAllText(_run.Paths(typeof(Measured)).Committed, "{ \"schema\": 99 }");
        Assert.Contains("Update the PerfAssert packages", XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"].Result, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_method_can_be_measured() => Assert.All(XunitRun.Run(typeof(Limited), typeof(FirstHeir)).Values, outcome => Assert.NotNull(outcome));

    [Fact]
    public void An_inherited_test_has_a_baseline_for_each_heir()
    {
        XunitRun.Run(typeof(FirstHeir), typeof(SecondHeir));
        Assert.True(File.Exists(_run.Paths(typeof(FirstHeir)).Received) && File.Exists(_run.Paths(typeof(SecondHeir)).Received));
    }

    private void Accept() => Accept(typeof(Measured));

    private void Accept(Type testClass)
    {
        XunitRun.Run(testClass);
        var paths = _run.Paths(testClass);
        var content = BaselineReader.Read(File.ReadAllBytes(paths.Received), "received");
        // Allocations of the simulated machine are zero, and so is its baseline's: only time differs.
        File.WriteAllBytes(paths.Committed, BaselineWriter.Write(content));
        File.Delete(paths.Received);
    }
}
