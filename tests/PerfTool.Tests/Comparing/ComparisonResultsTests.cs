using PerfAssert;
using PerfAssert.Builds;
using PerfTool.Comparing;
using PerfTool.Results;

namespace PerfTool.Tests.Comparing;

public sealed class ComparisonResultsTests
{
    private const string Key = "Shop.CartPerf.Adds @net10.0";

    [Fact]
    public void A_failure_fails() => Assert.True(Of(1.3).FailsTest);

    [Fact]
    public void An_approved_failure_is_told_with_its_reason_and_does_not_fail() =>
        Assert.Equal((PerfOutcome.Failed, false, "Wanted"), Of(1.3, approved: "Wanted") is var test ? (test.Outcome, test.FailsTest, test.Approved) : default);

    [Fact]
    public void A_reason_that_nothing_needs_is_left_out() => Assert.Null(Of(1, approved: "Wanted").Approved);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_inconclusive_test_fails_where_it_is_strict(bool strict) => Assert.Equal(strict, Results(new BuildVerdict(PerfOutcome.Inconclusive, PerfSeverity.None, 1.2, ""), 1.2, null, strict).Tests[0].FailsTest);

    [Fact]
    public void Both_sides_times_and_every_process_are_there()
    {
        var comparison = Of(1.3).Comparison!;

        Assert.Equal((1_000, 1_300, 3), (comparison.Reference!.P25, comparison.Now!.P25, comparison.Processes!.Count));
    }

    [Fact]
    public void Tests_of_one_build_alone_are_listed_and_say_why()
    {
        var compared = new BuildsCompared([], new TestChanges(["A"], ["B"], [("C", "D")]));

        Assert.Equal(["new: main does not have it", "renamed, it seems, from C: not compared", "removed: only main has it"], Of(compared, null, false).Tests.Select(test => test.Reason));
    }

    private static TestResult Of(double ratio, string? approved = null) =>
        Results(new BuildVerdict(ratio > 1.25 ? PerfOutcome.Failed : PerfOutcome.Pass, ratio > 1.25 ? PerfSeverity.Critical : PerfSeverity.None, ratio, ""), ratio, approved, strict: false).Tests[0];

    private static ResultsFile Results(BuildVerdict verdict, double ratio, string? approved, bool strict)
    {
        var process = new BuildComparison(Key, "Shop.CartPerf.Adds")
        {
            Time = new TimeRatio(ratio, ratio - 0.01, ratio + 0.01),
            Before = Times(1_000),
            Now = Times(1_000 * ratio),
            AllocatedBytes = (96, 96),
            AllocatedExactly = true,
        };
        return Of(new BuildsCompared([new ComparedTest([process, process, process], verdict)], new TestChanges([], [], [])), approved, strict);
    }

    private static ResultsFile Of(BuildsCompared compared, string? approved, bool strict) => ComparisonResults.Of(
        compared, "Shop.Tests", "net10.0", "main", approved is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [Key] = approved }, strict, DateTime.UnixEpoch);

    private static CallTimes Times(double time) => new(time, time, time, time, time, PerfAssert.Statistics.PercentileSource.Calls);
}
