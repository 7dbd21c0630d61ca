using PerfTool.Baselines;

namespace PerfTool.Tests.Baselines;

public sealed class ApprovedRegressionsTests : IDisposable
{
    private readonly TemporaryFolder _before = new();
    private readonly TemporaryFolder _now = new();

    public void Dispose()
    {
        _before.Dispose();
        _now.Dispose();
    }

    [Fact]
    public void A_record_that_the_change_brings_along_with_a_reason_approves()
    {
        _before.Write("CartPerf.perf.json", Make.Text(Make.File()));
        Write(_now, "Wanted");

        Assert.Equal("Wanted", ApprovedRegressions.Between(_before.Path, _now.Path)["Shop.CartPerf.Adds @net10.0"]);
    }

    [Fact]
    public void One_that_was_there_before_approves_of_nothing_new()
    {
        Write(_before, "Wanted");
        Write(_now, "Wanted");

        Assert.Empty(ApprovedRegressions.Between(_before.Path, _now.Path));
    }

    [Fact]
    public void One_without_a_reason_approves_of_nothing()
    {
        Write(_now, null);

        Assert.Empty(ApprovedRegressions.Between(_before.Path, _now.Path));
    }

    private static void Write(TemporaryFolder folder, string? reason) => folder.Write(
        "CartPerf.perf.json",
        Make.Text(PerfAssert.Baselines.BaselineFile.Empty.With("Shop.CartPerf.Adds @net10.0", "", Make.Machine, Make.Record(1_400, 2) with { Reason = reason })));
}
