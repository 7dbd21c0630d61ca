using CsCheck;
using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Settings;

public sealed class StagesTextTests
{
    [Fact]
    public void Stages_are_read_in_their_order()
    {
        var stages = StagesText.Parse("30 s to 50, 1 min to 50, 500 ms to 0", out var model);
        Assert.Equal([new(TimeSpan.FromSeconds(30), 50), new(TimeSpan.FromMinutes(1), 50), new(TimeSpan.FromMilliseconds(500), 0)], stages.ToArray());
        Assert.Null(model);
    }

    [Theory]
    [InlineData("30 s to 50/s", LoadModel.Open)]
    [InlineData("30s to 20 users, 1 min to 1 user", LoadModel.Closed)]
    public void A_target_may_say_what_it_counts(string text, LoadModel expected)
    {
        StagesText.Parse(text, out var model);
        Assert.Equal(expected, model);
    }

    [Theory]
    [InlineData("", "'' is none")]
    [InlineData("30 s to 50,", "'' is none")]
    [InlineData("30 s 50", "'30 s 50' is none")]
    [InlineData("30 to 50", "'30 to 50' is none")]
    [InlineData("30 s to -1", "'30 s to -1' is none")]
    [InlineData("0 s to 5", "'0 s' in '0 s to 5' is no duration")]
    [InlineData("25 h to 5", "'25 h' in '25 h to 5' is no duration")]
    [InlineData("1 s to 5/s, 1 s to 5 users", "an earlier part arrivals a second")]
    public void Other_text_is_refused_with_the_part_that_is_wrong(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => StagesText.Parse(text, out _)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_stages_are_read_back_as_they_were_written()
    {
        var stage = Gen.Select(Gen.Int[1, 86_400_000], Gen.Int[0, 1_000_000], (ms, target) => new LoadStage(TimeSpan.FromMilliseconds(ms), target));
        Gen.Select(stage.List[1, 8], Gen.Enum<LoadModel>()).Sample((stages, model) =>
        {
            var back = StagesText.Parse(StagesText.Of(model, stages), out var said);
            return said == model && back.Zip(stages).All(pair => pair.First.Target == pair.Second.Target && Math.Abs((pair.First.Duration - pair.Second.Duration).TotalMilliseconds) < 1) && back.Length == stages.Count;
        });
    }

    [Fact]
    public void Any_text_is_stages_or_one_clear_error() => Gen.String["0123456789. ,tomsinh/uer-µ"].Sample(text =>
    {
        try
        {
            return !StagesText.Parse(text, out _).IsEmpty;
        }
        catch (FormatException e)
        {
            return e.Message.Length > 0;
        }
    });
}
