using PerfAssert.Builds;
using PerfAssert.Measuring;

namespace PerfAssert.Tests.Builds;

public class BuildComparerTests
{
    private readonly SimulatedMachine _machine = new();
    private readonly List<string> _disposed = [];

    [Fact]
    public async Task A_test_that_got_slower_takes_so_many_times_as_long() => Assert.Equal(1.2, (await Compare(Test("A", 1_000), Test("A", 1_200))).Time!.Value.Ratio, 2);

    [Fact]
    public async Task Bytes_of_both_builds_are_counted() => Assert.Equal((96, 104), (await Compare(Test("A", 1_000, bytes: 96), Test("A", 1_000, bytes: 104))).AllocatedBytes);

    [Theory, InlineData(false), InlineData(true)]
    public async Task Whichever_goes_first_the_ratio_is_that_of_the_newer_build(bool newerFirst)
    {
        var comparison = await Comparer([Test("A", 1_000, bytes: 96)], [Test("A", 1_200, bytes: 104)], newerFirst: newerFirst).CompareAsync("A");
        Assert.Equal((1.2, (96.0, 104.0), true), (Math.Round(comparison.Time!.Value.Ratio, 2), comparison.AllocatedBytes, comparison.Time.Value.Lower <= comparison.Time.Value.Ratio && comparison.Time.Value.Ratio <= comparison.Time.Value.Upper));
        Assert.True(comparison.Before!.P25 < comparison.Now!.P25);
    }

    [Theory, InlineData(false, "before now"), InlineData(true, "now before")]
    public async Task The_build_that_is_asked_for_is_called_first(bool newerFirst, string order)
    {
        var called = new List<string>();
        await Comparer([Noting("before")], [Noting("now")], newerFirst: newerFirst).CompareAsync("A");
        Assert.Equal(order, string.Join(' ', called.Distinct()));

        HostedTest Noting(string name) => Test("A", 1_000) with
        {
            CreateAsync = cancellationToken =>
            {
                called.Add(name);
                return Test("A", 1_000).CreateAsync(cancellationToken);
            },
        };
    }

    [Fact]
    public async Task A_second_copy_of_the_older_build_is_the_control() => Assert.Equal(1.05, (await Compare(Test("A", 1_000), Test("A", 1_200), Test("A", 1_050))).Control!.Value.Ratio, 2);

    [Fact]
    public async Task Where_nothing_differs_there_is_nothing_for_a_control_to_explain() => Assert.Null((await Compare(Test("A", 1_000), Test("A", 1_000), Test("A", 1_050))).Control);

    [Fact]
    public void Tests_that_only_one_build_has_are_told_apart()
    {
        var comparer = Comparer([Test("Old", 1), Test("Both", 1)], [Test("Both", 1), Test("New", 1)]);
        Assert.Equal(("Both", "New", "Old"), (comparer.Keys.Single(), comparer.Added.Single(), comparer.Removed.Single()));
    }

    [Fact]
    public async Task What_cannot_be_created_is_not_compared_and_says_why() =>
        Assert.Equal("needs a browser", (await Compare(Test("A", 1_000), Test("A", 1_000) with { Problem = "needs a browser" })).NotMeasured);

    [Fact]
    public async Task What_would_mean_nothing_is_not_compared_and_says_why() =>
        Assert.Equal("a Debug build", (await new BuildComparer([Test("A", 1_000)], [Test("A", 1_000)], [], _machine, new MeasurementPlan(), _ => "a Debug build").CompareAsync("A")).NotMeasured);

    [Fact]
    public async Task Two_builds_that_have_one_database_open_are_not_compared()
    {
        var open = new Dictionary<int, OpenDatabase>();
        var comparer = new BuildComparer([Opening(4)], [Opening(7)], [], _machine, new MeasurementPlan(), _ => null) { Databases = new OpenDatabases(() => open) };

        Assert.StartsWith("both builds have /tmp/shop.db open, and two copies of SQLite in one process can destroy it.", (await comparer.CompareAsync("A")).NotMeasured, StringComparison.Ordinal);

        HostedTest Opening(int descriptor) => Test("A", 1_000) with
        {
            CreateAsync = cancellationToken =>
            {
                open[descriptor] = new OpenDatabase("/tmp/shop.db", IsWritable: true);
                return Test("A", 1_000).CreateAsync(cancellationToken);
            },
        };
    }

    [Fact]
    public async Task Both_builds_tests_are_disposed_of_even_if_one_throws()
    {
        var throwing = Test("A", 1_000, name: "now") with { CreateAsync = _ => throw new TimeoutException() };
        await Assert.ThrowsAsync<TimeoutException>(async () => await Compare(Test("A", 1_000, name: "before"), throwing));
        Assert.Equal(["before"], _disposed);
    }

    private ValueTask<BuildComparison> Compare(HostedTest before, HostedTest now, HostedTest? control = null) => Comparer([before], [now], control).CompareAsync("A");

    private BuildComparer Comparer(HostedTest[] before, HostedTest[] now, HostedTest? control = null, bool newerFirst = false) =>
        new(before, now, control is null ? [] : [control], _machine, new MeasurementPlan(), _ => null) { NewerFirst = newerFirst };

    private HostedTest Test(string key, double time, double bytes = 0, string name = "") => new(key, key)
    {
        CreateAsync = _ => new ValueTask<HostedInstance>(new HostedInstance(
            new PerfTest
            {
                TestClass = typeof(BuildComparerTests),
                Method = typeof(BuildComparerTests).GetMethod(nameof(Tests_that_only_one_build_has_are_told_apart))!,
                DisplayName = key,
                Body = new SimulatedBody(_machine, time, bytes),
            },
            () =>
            {
                _disposed.Add(name);
                return default;
            })),
    };
}
