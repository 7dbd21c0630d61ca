using CsCheck;
using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Profiles;

public class RateCurveTests
{
    private static readonly Gen<(double Start, LoadStage[] Stages)> AnyProfile =
        from start in Gen.Double[0, 500]
        from stages in Gen.Select(Gen.Int[1, 60_000], Gen.Frequency((1, Gen.Const(0.0)), (4, Gen.Double[0, 500]))).Select((ms, target) => new LoadStage(TimeSpan.FromMilliseconds(ms), target)).Array[1, 6]
        select (start, stages);

    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(100, 1, 0.01)]
    [InlineData(100, 999, 9.99)]
    [InlineData(0.5, 3, 6)]
    public void At_a_constant_rate_arrivals_are_equally_far_apart(double rate, long arrival, double due) =>
        Assert.Equal(due, new RateCurve(rate, [Stage(10, rate)]).DueAt(arrival), 1e-9);

    [Theory]
    [InlineData(1, 0.7, 1)]
    [InlineData(100, 10, 1_000)]
    [InlineData(1.0 / 3, 10, 4)]
    [InlineData(0.1, 30, 3)]
    public void There_are_as_many_as_fit_the_first_at_once(double rate, double seconds, long arrivals) =>
        Assert.Equal(arrivals, new RateCurve(rate, [Stage(seconds, rate)]).Arrivals);

    [Fact]
    public void Ramping_up_from_nothing_half_of_them_come_in_the_last_three_tenths_of_the_time() =>
        Assert.Equal(10 / Math.Sqrt(2), new RateCurve(0, [Stage(10, 100)]).DueAt(250), 1e-9);

    [Fact]
    public void Nothing_is_due_where_nothing_is_asked_for() =>
        Assert.Equal(5, new RateCurve(0, [Stage(5, 0), Stage(5, 10)]).DueAt(0), 1e-9);

    [Fact]
    public void Each_is_due_when_the_integral_of_the_rate_reaches_its_number() => AnyProfile.Sample(profile =>
    {
        var curve = new RateCurve(profile.Start, profile.Stages);
        foreach (var arrival in new[] { 0, 1, curve.Arrivals / 3, curve.Arrivals - 1 }.Where(arrival => arrival >= 0 && arrival < curve.Arrivals))
            Assert.Equal(arrival, Integral(profile.Start, profile.Stages, curve.DueAt(arrival)), 1e-4);
    });

    [Fact]
    public void None_is_due_before_the_one_before_it_or_after_the_end() => AnyProfile.Sample(profile =>
    {
        var curve = new RateCurve(profile.Start, profile.Stages);
        var last = 0.0;
        for (long arrival = 0; arrival < Math.Min(curve.Arrivals, 2_000); arrival++)
        {
            var due = curve.DueAt(arrival);
            Assert.InRange(due, last, curve.Duration + 1e-9);
            last = due;
        }
    });

    [Fact]
    public void A_ramp_of_users_lets_one_in_at_a_time() =>
        Assert.Equal([(0, 0), (0, 1), (1, 2), (2, 3), (3, 4)], new RateCurve(0, [Stage(4, 4), Stage(1, 4)]).UserChanges());

    [Fact]
    public void And_lets_them_go_one_at_a_time() =>
        Assert.Equal([(0, 3), (1, 2), (2, 1), (3, 0)], new RateCurve(3, [Stage(3, 0)]).UserChanges());

    [Fact]
    public void The_load_at_a_moment_lies_on_the_line()
    {
        var curve = new RateCurve(10, [Stage(10, 30), Stage(10, 0)]);
        Assert.Equal([10, 20, 15, 0], new[] { -1.0, 5, 15, 99 }.Select(curve.At));
    }

    // Below straight lines areas are trapezoids.
    private static double Integral(double start, LoadStage[] stages, double until)
    {
        var sum = 0.0;
        foreach (var stage in stages)
        {
            var length = Math.Clamp(until, 0, stage.Duration.TotalSeconds);
            var end = start + ((stage.Target - start) * length / stage.Duration.TotalSeconds);
            sum += (start + end) / 2 * length;
            until -= stage.Duration.TotalSeconds;
            start = stage.Target;
        }

        return sum;
    }

    private static LoadStage Stage(double seconds, double target) => new(TimeSpan.FromSeconds(seconds), target);
}
