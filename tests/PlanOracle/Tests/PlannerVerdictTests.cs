using PerfTooling.PlanOracle.Planners;

namespace PerfTooling.PlanOracle.Tests;

public class PlannerVerdictTests
{
    [Theory]
    [InlineData("SELECT 1 FROM \"Orders\" AS \"o\"", false)]
    [InlineData("SELECT 1 FROM \"Orders\" AS \"o\"\nWHERE 0", false)]
    [InlineData("SELECT 1 FROM \"Orders\" AS o\nWHERE FALSE", false)]
    [InlineData("SELECT 1 FROM \"Orders\" AS \"o\"\nWHERE \"o\".\"Code\" = @p", true)]
    public void A_filter_that_EF_Core_left_out_is_none(string sql, bool hasFilter) =>
        Assert.Equal(hasFilter, new PlannerVerdict(Scans: true, Sorts: false, RepeatsScan: false, sql, "SCAN o").HasFilter);
}
