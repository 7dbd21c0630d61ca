using PerfAssert.Baselines;
using PerfAssert.Reporting;
using PerfAssert.Statistics;

namespace PerfAssert.Tests.Reporting;

public class JudgedTimeTests
{
    private static readonly BaselineRecord s_then = Record(min: 100, p25: 200);
    private static readonly BaselineRecord s_now = Record(min: 101, p25: 300);

    [Fact]
    public void The_fastest_batches_are_shown_where_the_ratio_is_theirs() => Assert.Equal((100, 101), JudgedTime.Of(s_then, s_now, 1.01));

    [Fact]
    public void The_quartiles_are_shown_where_the_ratio_is_theirs() => Assert.Equal((200, 300), JudgedTime.Of(s_then, s_now, 1.5));

    [Fact]
    public void The_quartiles_are_shown_where_there_is_no_ratio() => Assert.Equal((200, 300), JudgedTime.Of(s_then, s_now, null));

    private static BaselineRecord Record(double min, double p25) => new()
    {
        Min = min,
        P25 = p25,
        P50 = p25,
        P95 = p25,
        P99 = p25,
        PercentilesOf = PercentileSource.Calls,
        Mix = 1,
        CpuLoad = 1,
        Allocated = 0,
        AllocatedExactly = true,
        Recorded = default,
    };
}
