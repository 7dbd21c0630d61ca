using Fixtures;
using Xunit.Sdk;

namespace PerfAssert.XunitTests;

/// <summary>What xunit v3 has and v2 has not.</summary>
[Collection("xunit in xunit")]
public sealed class OnlyInV3Tests : IDisposable
{
    private readonly XunitRun _run = new();

    public void Dispose()
    {
        _run.Dispose();
        XunitRun.Parallel = ParallelMode.Collections;
        XunitRun.PreEnumerates = true;
    }

    [Theory]
    [InlineData("Fixtures.Skipping.When", "skipped: when")]
    [InlineData("Fixtures.Skipping.NotWhen", "passed")]
    [InlineData("Fixtures.Skipping.Unless", "skipped: unless")]
    [InlineData("Fixtures.Skipping.OnlyWhenAsked", "not run")]
    [InlineData("Fixtures.Skipping.ByException", "skipped: not here")]
    [InlineData("Fixtures.Skipping.Theory(row: 1)", "skipped: not this row")]
    [InlineData("the second row(row: 2)", "passed")]
    [InlineData("Fixtures.Skipping.Theory(row: 3)", "not run")]
    [InlineData("Fixtures.Skipping.WithoutData", "skipped: No data found for Fixtures.Skipping.WithoutData")]
    public void Tests_are_skipped_as_xunit_skips_them(string test, string result)
    {
        Assert.Equal(result, XunitRun.Run(typeof(Skipping))[test].Result);
        XunitRun.PreEnumerates = false;
        Assert.Equal(result, XunitRun.Run(typeof(Skipping))[test].Result);
    }

    [Fact]
    public void Skipped_tests_do_not_run()
    {
        XunitRun.Run(typeof(Skipping));
        Assert.Equal(["not when", "row 2"], XunitRun.Journal.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Explicit_tests_run_when_asked_for()
    {
        XunitRun.Run(_ => true, serialize: false, ExplicitOption.Only, typeof(Skipping));
        Assert.Equal(["explicit", "row 3"], XunitRun.Journal.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_rows_of_a_class_run()
    {
        XunitRun.Run(typeof(FromAClass));
        Assert.Equal(["row 1", "row 2"], XunitRun.Journal.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_row_has_the_same_key_when_it_is_found_only_as_it_runs()
    {
        var found = XunitRun.Keys(serialize: false, typeof(Rows), typeof(SelfWritten));
        XunitRun.PreEnumerates = false;
        Assert.Equal(found, XunitRun.Keys(serialize: false, typeof(Rows), typeof(SelfWritten)));
    }

    [Fact]
    public void The_body_has_its_test_s_context_and_no_synchronization_context()
    {
        XunitRun.Run(method => method is nameof(InContext.Synchronous) or nameof(InContext.Asynchronous), serialize: false, typeof(InContext));
        Assert.Equal(["Asynchronous free", "Asynchronous free", "Synchronous free"], XunitRun.Journal.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_body_has_its_test_s_cancellation_token()
    {
        XunitRun.Run(method => method == nameof(InContext.CanBeCancelled), serialize: false, typeof(InContext));
        Assert.Equal(["cancellable True"], XunitRun.Journal);
    }

    [Fact]
    public void A_timeout_cancels_the_body()
    {
        Assert.Contains("TestTimeoutException", XunitRun.Run(typeof(Patient))["Fixtures.Patient.Waits"].Result, StringComparison.Ordinal);
        Assert.True(SpinWait.SpinUntil(() => XunitRun.Journal.Contains("cancelled"), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void What_the_body_writes_is_kept() =>
        Assert.StartsWith("from the body", XunitRun.Run(typeof(InContext))["Fixtures.InContext.Writes"].Output, StringComparison.Ordinal);

    [Fact]
    public void A_warning_of_the_body_is_kept() =>
        Assert.Equal(["of the test's own"], XunitRun.Run(typeof(InContext))["Fixtures.InContext.Warns"].Warnings);

    [Fact]
    public void Perf_tests_run_alone_also_where_every_test_runs_beside_every_other()
    {
        XunitRun.Parallel = ParallelMode.All;
        XunitRun.Run(typeof(AloneA), typeof(AloneB), typeof(AloneC));
        Assert.All(XunitRun.Journal.Where(entry => entry.StartsWith("perf", StringComparison.Ordinal)), entry => Assert.Equal("perf alone", entry));
    }

    [Fact]
    public void Perf_tests_run_alone_also_where_nothing_runs_in_parallel()
    {
        XunitRun.Parallel = ParallelMode.None;
        XunitRun.Run(typeof(AloneA), typeof(AloneB), typeof(AloneC));
        Assert.All(XunitRun.Journal.Where(entry => entry.StartsWith("perf", StringComparison.Ordinal)), entry => Assert.Equal("perf alone", entry));
    }
}
