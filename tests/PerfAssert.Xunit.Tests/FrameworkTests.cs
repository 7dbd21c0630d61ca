using Fixtures;
using PerfAssert.Baselines;

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
        Assert.Equal(["fixture created", "created with Shared", "initialized", "called", "disposed asynchronously", "disposed", "fixture disposed"], XunitRun.Journal);
    }

    [Fact]
    public void The_class_lives_once_around_a_whole_measurement()
    {
        using var measured = new XunitRun(measured: true);
        XunitRun.Run(typeof(Lifetime));
        Assert.Equal(["fixture created", "created with Shared", "initialized", "called", "disposed asynchronously", "disposed", "fixture disposed"], XunitRun.Journal);
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
        XunitRun.Run(test => test.TestMethod.Method.Name == nameof(AloneB.Perf), false, typeof(AloneA), typeof(AloneB));
        Assert.Equal(["perf alone", "perf alone"], XunitRun.Journal);
    }

    [Fact]
    public void Perf_tests_can_be_chosen_by_their_category() =>
        Assert.All(XunitRun.Discover(typeof(AloneA), typeof(Rows)), test => Assert.Equal(test.TestMethod.Method.Name != nameof(AloneA.Ordinary), test.Traits.ContainsKey("Category")));

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
        Assert.Equal(9, Keys(serialize: false).Distinct().Count());

    [Fact]
    public void A_row_has_the_same_key_when_an_IDE_chose_it() => Assert.Equal(Keys(serialize: false), Keys(serialize: true));

    private static IReadOnlyList<string> Alone(bool serialize)
    {
        World.Journal.Clear();
        XunitRun.Run(_ => true, serialize, typeof(AloneA), typeof(AloneB), typeof(AloneC));
        return [.. XunitRun.Journal.Where(entry => entry.Contains(' ', StringComparison.Ordinal) && !entry.StartsWith("database", StringComparison.Ordinal))];
    }

    private static IReadOnlyList<string> Keys(bool serialize)
    {
        var keys = new System.Collections.Concurrent.ConcurrentBag<string>();
        var engine = PerfAssert.Xunit.Sdk.PerfTestInvoker.Engine;
        PerfAssert.Xunit.Sdk.PerfTestInvoker.Engine = new PerfTestEngine(
            new PerfAssert.Tests.SimulatedMachine(),
            new PerfAssert.Measuring.MeasurementPlan(),
            test =>
            {
                keys.Add(BaselineKey.Of(test.TestClass, test.Method, ArgumentHash.Of(test.Arguments, test.RowIndex, test.SerializeArgument)));
                return "only the key matters";
            },
            _ => null,
            TimeProvider.System,
            PerfAssert.Tests.Make.Machine())
        {
            Locate = test => new BaselinePaths("/nowhere", "/nowhere/a", "/nowhere/b"),
        };
        try
        {
            XunitRun.Run(_ => true, serialize, typeof(Rows));
        }
        finally
        {
            PerfAssert.Xunit.Sdk.PerfTestInvoker.Engine = engine;
        }

        return [.. keys.Order(StringComparer.Ordinal)];
    }
}
