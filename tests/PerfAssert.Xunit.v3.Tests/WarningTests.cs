using Fixtures;

namespace PerfAssert.XunitTests;

/// <summary>A green test that somebody should look at has a warning, and no other has.</summary>
[Collection("xunit in xunit")]
public sealed class WarningTests : IDisposable
{
    private const string Test = "Fixtures.Measured.Works";

    private readonly XunitRun _run = new(measured: true);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Of_no_baseline() => Assert.Equal([Test + ": no baseline: nothing to compare with yet"], Warnings());

    [Fact]
    public void Of_a_doubt()
    {
        Accept();
        _run.Machine.Slowness = _ => 2;
        Measured.Cost *= 2;
        Assert.StartsWith(Test + ": inconclusive: ", Assert.Single(Warnings()), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_got_slower_by_12_percent()
    {
        Accept();
        Measured.Cost *= 1.12;
        Assert.Equal([Test + ": warning: 12 % slower than the baseline (may be noise)"], Warnings());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.07)]
    [InlineData(0.5)]
    public void But_none_of_what_may_well_be_noise_or_is_good_news(double ratio)
    {
        Accept();
        Measured.Cost *= ratio;
        Assert.Empty(Warnings());
    }

    [Fact]
    public void And_none_of_a_machine_without_a_baseline_where_allocations_are_held()
    {
        Accept();
        var baseline = _run.Paths(typeof(Measured)).Committed;
        File.WriteAllText(baseline, File.ReadAllText(baseline).Replace("Test CPU", "Another CPU", StringComparison.Ordinal));
        Assert.Empty(Warnings());
    }

    [Fact]
    public void And_none_of_a_run_that_does_not_measure()
    {
        using var once = new XunitRun();
        Assert.Empty(Warnings());
    }

    private static IReadOnlyList<string> Warnings()
    {
        var outcome = XunitRun.Run(typeof(Measured))[Test];
        Assert.Equal("passed", outcome.Result);
        return outcome.Warnings;
    }

    private void Accept()
    {
        XunitRun.Run(typeof(Measured));
        var paths = _run.Paths(typeof(Measured));
        File.Move(paths.Received, paths.Committed);
    }
}
