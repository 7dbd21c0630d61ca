using PerfAssert.Comparing;
using PerfAssert.Measuring;

namespace PerfAssert.Tests.Comparing;

public class ComparerTests
{
    private readonly SimulatedMachine _machine = new();

    [Fact]
    public async Task Finds_the_ratio_of_two_bodies_that_take_different_times() => Assert.Equal(1.3, (await Compare(1_300, 1_000)).Ratio.Ratio, 2);

    [Fact]
    public async Task A_machine_whose_speed_keeps_changing_does_not_change_the_ratio()
    {
        _machine.Slowness = now => 1 + Math.Abs(Math.Sin(now / 3e8));
        Assert.InRange((await Compare(1_000, 1_000)).Ratio.Ratio, 0.98, 1.02);
    }

    [Fact]
    public async Task Neither_side_always_goes_first()
    {
        // Whoever comes first pays.
        var start = 0L;
        _machine.Slowness = now => { var first = now - start > 900_000; start = first ? now : start; return first ? 1.5 : 1; };
        Assert.InRange((await Compare(1_000, 1_000)).Ratio.Ratio, 0.9, 1.1);
    }

    [Fact]
    public async Task Both_are_called_in_turn_from_the_first_call_on()
    {
        var calls = new List<string>();
        var comparer = Comparer(new ActionBody(Log("subject")), new ActionBody(Log("reference")));
        await comparer.CompareAsync(_ => true, default);

        Assert.Equal(["reference", "subject", "reference", "subject"], calls.Take(4));

        Action Log(string name) => () =>
        {
            _machine.Pass(1_000_000);
            calls.Add(name);
        };
    }

    [Fact]
    public async Task Ends_at_the_first_look_that_is_clear()
    {
        var looks = 0;
        await Compare(1_000, 1_000, _ => ++looks == 3);
        Assert.Equal(3, looks);
    }

    [Fact]
    public async Task Takes_two_seconds_while_nothing_is_clear()
    {
        var comparison = await Compare(1_000, 1_000, _ => false);
        Assert.InRange(comparison.Pairs.Count * 1e6, 1.9e9, 2.1e9);
    }

    [Fact]
    public async Task Calls_that_are_long_are_compared_as_often_as_it_takes() =>
        Assert.True((await Compare(500e6, 500e6)).Ratio.Blocks >= 11);

    [Fact]
    public async Task Calls_that_are_too_long_are_given_up_after_twelve_seconds() =>
        Assert.InRange((await Compare(5e9, 5e9)).Pairs.Count, 1, 3);

    [Fact]
    public async Task Counts_what_both_allocate()
    {
        var comparison = await Comparer(new SimulatedBody(_machine, 1_000, bytes: 96), new SimulatedBody(_machine, 1_000, bytes: 32)).CompareAsync(_ => true, default);
        Assert.Equal((96, 32), (comparison.SubjectAllocation.BytesPerCall, comparison.ReferenceAllocation.BytesPerCall));
    }

    private ValueTask<Comparison> Compare(double subject, double reference, Func<RatioEstimate, bool>? isClear = null) =>
        Comparer(new SimulatedBody(_machine, subject), new SimulatedBody(_machine, reference)).CompareAsync(isClear ?? (_ => true), default);

    private Comparer Comparer(PerfBody subject, PerfBody reference) => new(subject, reference, new MeasurementPlan(), new ComparisonPlan(), _machine, new Random(1));
}
