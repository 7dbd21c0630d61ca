using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Measurements;

public class ErrorTallyTests
{
    private readonly ErrorTally _tally = new();

    [Fact]
    public void The_most_frequent_stands_first_with_the_first_message()
    {
        _tally.Add("status 404", "no such order");
        _tally.Add("timeout", "first");
        _tally.Add("timeout", "second");
        Assert.Equal([new LoadErrors("timeout", 2, "first"), new LoadErrors("status 404", 1, "no such order")], _tally.ToSorted().AsEnumerable());
    }

    [Fact]
    public void Kinds_that_never_repeat_become_one_from_the_twenty_first_on()
    {
        for (var i = 0; i < 1_000; i++)
            _tally.Add($"order {i} not found", "");
        Assert.Equal((ErrorTally.MaxKinds + 1, new LoadErrors(ErrorTally.OtherKind, 980, "")), (_tally.ToSorted().Length, _tally.ToSorted()[0]));
    }

    [Fact]
    public void A_message_of_any_length_is_kept_up_to_a_thousand_characters()
    {
        _tally.Add("timeout", new string('x', 1_000_000));
        Assert.Equal(1_000, _tally.ToSorted()[0].Example.Length);
    }
}
