using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Settings;

public sealed class LoadSettingsTests
{
    [Fact]
    public void A_rate_is_offered_for_thirty_seconds_after_five_of_warm_up()
    {
        var profile = new LoadSettings { Rate = 50 }.ToProfile("a test");
        Assert.Equal((LoadModel.Open, 50, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5)), (profile.Model, profile.Start, profile.Duration, profile.WarmUp));
    }

    [Fact]
    public void Users_are_the_closed_model() => Assert.Equal(LoadModel.Closed, new LoadSettings { Users = 3 }.ToProfile("a test").Model);

    [Fact]
    public void Stages_start_at_the_rate() => Assert.Equal("from 10/s: 30 s to 50/s", ProfileText.Of(new LoadSettings { Rate = 10, Stages = "30 s to 50" }.ToProfile("a test")));

    [Fact]
    public void Stages_alone_start_at_nothing_without_a_warm_up()
    {
        var profile = new LoadSettings { Stages = "30 s to 5 users" }.ToProfile("a test");
        Assert.Equal((LoadModel.Closed, 0, TimeSpan.Zero), (profile.Model, profile.Start, profile.WarmUp));
    }

    [Fact]
    public void Limits_that_are_not_set_are_the_profiles_own() =>
        Assert.Equal((1_000_000, 1_000, TimeSpan.FromSeconds(30)), new LoadSettings { Rate = 1 }.ToProfile("a test") is var profile ? (profile.MaxRequests, profile.MaxInFlight, profile.RequestTimeout) : default);

    [Fact]
    public void No_load_is_refused() => Refuses(new LoadSettings(), "a test does not say how much load");

    [Fact]
    public void Both_models_are_refused() => Refuses(new LoadSettings { Rate = 1, Users = 1 }, "a test sets both Rate and Users");

    [Fact]
    public void Stages_and_a_duration_are_refused() => Refuses(new LoadSettings { Rate = 1, Stages = "1 s to 2", Duration = "3 s" }, "a test sets both Stages and Duration");

    [Fact]
    public void A_duration_without_a_unit_is_refused() => Refuses(new LoadSettings { Rate = 1, Duration = "30" }, "a test sets Duration = \"30\": a number with a unit");

    [Fact]
    public void Half_a_user_is_refused() => Refuses(new LoadSettings { Users = 1, Stages = "1 s to 1.5" }, "1.5 users: there are whole users only");

    [Fact]
    public void Stages_of_the_other_model_are_refused() => Refuses(new LoadSettings { Rate = 1, Stages = "1 s to 5 users" }, "its targets count users, and the test sets Rate");

    [Fact]
    public void A_negative_rate_is_refused() => Refuses(new LoadSettings { Rate = -1 }, "a test sets Rate = -1");

    [Fact]
    public void More_than_any_machine_can_do_is_refused() => Refuses(new LoadSettings { Rate = 1e9 }, "a test: Start");

    private static void Refuses(LoadSettings settings, string problem) =>
        Assert.Contains(problem, Assert.Throws<PerfTestException>(() => settings.ToProfile("a test")).Message, StringComparison.Ordinal);
}
