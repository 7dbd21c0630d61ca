using PerfTool.Baselines;

namespace PerfTool.Tests.Baselines;

public sealed class RecordingTests
{
    private static readonly DateTime s_day = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Of_a_load_test_the_load_is_recorded() =>
        Assert.Equal("200/s for 10 s", Recording.Of([Some.Load(), Some.Load(), Some.Load()], s_day, "why", null).Record?.Load?.Profile);

    [Fact]
    public void What_was_not_measured_in_one_process_is_not_recorded() =>
        Assert.Equal((null, "the generator was saturated"), Recording.Of([Some.Load(), Some.Load(), Some.Load() with { Now = null, Reason = "the generator was saturated" }], s_day, "why", null) is var found ? (found.Record, found.Problem) : default);

    [Fact]
    public void Processes_whose_latencies_lie_apart_do_not_agree()
    {
        var slow = Some.Load();
        slow = slow with { Now = slow.Now! with { P50 = 9e6, P95 = 18e6, P99 = 27e6 } };
        Assert.Null(Recording.Of([Some.Load(), slow, slow with { Now = slow.Now! with { P50 = 20e6 } }], s_day, null, null).Record);
    }
}
