using Fixtures;

namespace PerfAssert.XunitTests;

/// <summary>That everything else xunit offers works around a perf test as it does around a fact. Here the tests run once, as in a Debug build.</summary>
[Collection("xunit in xunit")]
public sealed class FrameworkTests : IDisposable
{
    private readonly XunitRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Methods_of_every_kind_pass() => Assert.All(XunitRun.Run(typeof(ReturnKinds)).Values, outcome => Assert.Equal("passed", outcome.Result));

    [Fact]
    public void Where_nothing_is_measured_the_test_says_so() =>
        Assert.Contains("not measured: this is a test", XunitRun.Run(typeof(Measured))["Fixtures.Measured.Works"].Output, StringComparison.Ordinal);

    [Fact]
    public void A_display_name_is_used() => Assert.Equal(["does nothing"], XunitRun.Run(typeof(Empty)).Keys);

    [Fact]
    public void The_class_lives_once_around_the_test()
    {
        XunitRun.Run(typeof(Lifetime));
        Assert.Equal(Lifetime.Once, XunitRun.Journal);
    }

    [Fact]
    public void The_class_lives_once_around_a_whole_measurement()
    {
        using var measured = new XunitRun(measured: true);
        XunitRun.Run(typeof(Lifetime));
        Assert.Equal(Lifetime.Once, XunitRun.Journal);
    }

    [Fact]
    public void What_a_test_writes_comes_before_its_result() =>
        Assert.StartsWith("written by the test", XunitRun.Run(typeof(Lifetime))["Fixtures.Lifetime.Works"].Output, StringComparison.Ordinal);

    [Fact]
    public void A_class_in_a_collection_of_its_user_gets_its_fixture_in_perf_tests_and_others()
    {
        XunitRun.Run(typeof(InACollection));
        Assert.Equal(2, XunitRun.Journal.Count(entry => entry == "Database"));
    }

    [Fact]
    public void Perf_tests_run_alone_and_one_by_one() =>
        Assert.All(Alone(serialize: false).Where(entry => entry.StartsWith("perf", StringComparison.Ordinal)), entry => Assert.Equal("perf alone", entry));

    [Fact]
    public void Perf_tests_run_alone_also_when_an_IDE_chose_them() =>
        Assert.All(Alone(serialize: true).Where(entry => entry.StartsWith("perf", StringComparison.Ordinal)), entry => Assert.Equal("perf alone", entry));

    [Fact]
    public void Other_tests_of_the_same_classes_still_run_beside_each_other() => Assert.Contains("ordinary in company", Alone(serialize: false));

    [Fact]
    public void Perf_tests_run_after_all_others() =>
        Assert.Equal(["ordinary", "ordinary", "perf", "perf", "perf", "perf"], Alone(serialize: false).Select(entry => entry.Split(' ')[0]));

    [Fact]
    public void A_filter_chooses_among_perf_tests_as_among_others()
    {
        XunitRun.Run(method => method == nameof(AloneB.Perf), serialize: false, typeof(AloneA), typeof(AloneB));
        Assert.Equal(["perf alone", "perf alone"], XunitRun.Journal);
    }

    [Fact]
    public void Perf_tests_can_be_chosen_by_their_category() =>
        Assert.All(XunitRun.Discover(typeof(AloneA), typeof(Rows)), test => Assert.Equal(test.Method != nameof(AloneA.Ordinary), test.Categories.Contains("Perf")));

    [Fact]
    public void Every_row_of_a_theory_runs()
    {
        XunitRun.Run(typeof(Rows));
        Assert.Equal(
            ["1 a", "2 ", "2 \u00e4 \u0000", "Int321", "Large 0", "Small 2", "Stringtext", "one", "two"],
            XunitRun.Journal.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_row_of_a_theory_has_a_baseline_of_its_own() =>
        Assert.Equal(9, XunitRun.Keys(serialize: false, typeof(Rows)).Distinct().Count());

    [Fact]
    public void A_row_has_the_same_key_when_an_IDE_chose_it() =>
        Assert.Equal(XunitRun.Keys(serialize: false, typeof(Rows), typeof(SelfWritten)), XunitRun.Keys(serialize: true, typeof(Rows), typeof(SelfWritten)));

    /// <summary>These keys stand in our users' baselines. This file is compiled against xunit v2 and v3: a test keeps its baseline when it moves.</summary>
    [Fact]
    public void Every_test_has_the_same_key_under_both_xunits() =>
        Assert.Equal(
            [
                "Fixtures.FirstHeir.Inherited @net10.0",
                "Fixtures.Rows.Generic#48ef19a0283a @net10.0",
                "Fixtures.Rows.Generic#c69cbc122d06 @net10.0",
                "Fixtures.Rows.NotSerializable#341921dd1e15 @net10.0",
                "Fixtures.Rows.NotSerializable#3b31b823040f @net10.0",
                "Fixtures.Rows.Plain#13ec73437661 @net10.0",
                "Fixtures.Rows.Plain#1af3c713f174 @net10.0",
                "Fixtures.Rows.Plain#1d57c7e2f238 @net10.0",
                "Fixtures.Rows.Rich#1472bc447f10 @net10.0",
                "Fixtures.Rows.Rich#57c7011dfbf6 @net10.0",
                "Fixtures.SelfWritten.Parsable#6795805fed60 @net10.0",
                "Fixtures.SelfWritten.Parsable#bf1dae3afa8c @net10.0",
                "Fixtures.SelfWritten.Serializable#0dbd912341f8 @net10.0",
                "Fixtures.SelfWritten.Serializable#d1ef1de75e4e @net10.0",
            ],
            XunitRun.Keys(serialize: false, typeof(FirstHeir), typeof(Rows), typeof(SelfWritten)));

    private static IReadOnlyList<string> Alone(bool serialize)
    {
        World.Journal.Clear();
        XunitRun.Run(_ => true, serialize, typeof(AloneA), typeof(AloneB), typeof(AloneC));
        return [.. XunitRun.Journal.Where(entry => entry.Contains(' ', StringComparison.Ordinal) && !entry.StartsWith("database", StringComparison.Ordinal))];
    }
}
