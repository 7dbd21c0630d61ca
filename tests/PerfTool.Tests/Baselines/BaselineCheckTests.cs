using PerfAssert;
using PerfAssert.Baselines;
using PerfTool.Baselines;
using PerfTool.Comparing;

namespace PerfTool.Tests.Baselines;

public sealed class BaselineCheckTests
{
    private const string Key = "Shop.CartPerf.Adds @net10.0";

    [Fact]
    public void An_entry_of_a_test_that_is_there_is_fine() => Assert.Empty(Find(Make.File(Key), new FoundTest(Key, "", null)));

    [Fact]
    public void An_entry_of_no_test_is_dangling() => Assert.Equal("dangling", Assert.Single(Find(Make.File(Key))).Kind);

    [Fact]
    public void An_entry_of_another_framework_may_have_a_test_there() => Assert.Empty(Find(Make.File("Shop.CartPerf.Adds @net8.0")));

    [Fact]
    public void Rows_of_a_theory_whose_data_cannot_be_read_may_be_there() => Assert.Empty(Find(Make.File("Shop.CartPerf.Adds#12ab @net10.0"), new FoundTest(Key, "", "its data could not be read")));

    [Fact]
    public void Figures_of_another_engine_are_outdated() =>
        Assert.Equal("outdated", Assert.Single(Find(Make.File(Key, machine: "Test CPU | 4 cores | linux-x64 | .NET 10.0 | engine 0"), new FoundTest(Key, "", null))).Kind);

    [Fact]
    public void A_key_in_two_files_is_a_duplicate() =>
        Assert.Equal(("duplicate", "b"), Assert.Single(BaselineCheck.Find(
            new Dictionary<string, (BaselineFile?, BaselineException?)> { ["a"] = (Make.File(Key), null), ["b"] = (Make.File(Key), null) }, [new FoundTest(Key, "", null)], "net10.0")) is var problem ? (problem.Kind, problem.File) : default);

    [Fact]
    public void Pruning_leaves_what_the_check_finds_fine()
    {
        var file = Make.File(Key).With("Shop.CartPerf.Gone @net10.0", "", Make.Machine, Make.Record());

        var pruned = BaselineCheck.Prune(file, [new FoundTest(Key, "", null)], "net10.0");

        Assert.Equal([Key], pruned.Entries.Keys);
    }

    private static IReadOnlyList<BaselineProblem> Find(BaselineFile file, params FoundTest[] tests) =>
        BaselineCheck.Find(new Dictionary<string, (BaselineFile?, BaselineException?)> { ["a"] = (file, null) }, tests, "net10.0");
}
