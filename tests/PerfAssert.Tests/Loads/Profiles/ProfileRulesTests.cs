using PerfAssert.Loads;

namespace PerfAssert.Tests.Loads.Profiles;

public class ProfileRulesTests
{
    private static readonly LoadProfile Rate = LoadProfile.ConstantRate(10, TimeSpan.FromSeconds(1));
    private static readonly LoadProfile Users = LoadProfile.ConstantUsers(10, TimeSpan.FromSeconds(1));

    public static TheoryData<LoadProfile, string> Wrong => new()
    {
        { Rate with { Model = (LoadModel)7 }, "Model is 7: it is Open or Closed." },
        { Rate with { Stages = [] }, "Stages is empty: a load profile needs at least one stage." },
        { Rate with { Stages = default }, "Stages is empty: a load profile needs at least one stage." },
        { Rate with { Start = -1 }, "Start is -1: it is 0 or more." },
        { Rate with { Start = double.NaN }, "Start is NaN: it is 0 or more." },
        { Rate with { Start = 2e6 }, "Start is 2000000 arrivals a second: one machine offers at most 1,000,000." },
        { Rate with { Stages = [new(TimeSpan.Zero, 1)] }, "Stage 1 lasts 0:00:00: a stage lasts longer than zero." },
        { Rate with { Stages = [new(TimeSpan.FromSeconds(1), 1), new(TimeSpan.FromDays(2), 1)] }, "Stage 2 lasts 2:0:00:00: a load test lasts at most 1:0:00:00." },
        { Rate with { Stages = [new(TimeSpan.FromSeconds(1), -3)] }, "The target of stage 1 is -3: it is 0 or more." },
        { Rate with { Start = 0, Stages = [new(TimeSpan.FromSeconds(1), 0)] }, "Every target is 0: the profile offers no load at all." },
        { Rate with { WarmUp = TimeSpan.FromSeconds(-1) }, "WarmUp is -0:00:01: it is zero (none) or longer." },
        { Rate with { WarmUp = TimeSpan.FromDays(1) }, "Warm-up and stages last longer than 1:0:00:00, which is the most a load test may last." },
        { Rate with { RequestTimeout = TimeSpan.Zero }, "RequestTimeout is 0:00:00: it is above zero and at most 1:00:00." },
        { Rate with { RequestTimeout = TimeSpan.FromHours(2) }, "RequestTimeout is 2:00:00: it is above zero and at most 1:00:00." },
        { Rate with { MaxInFlight = 0 }, "MaxInFlight is 0: it is 1 to 1,000,000." },
        { Rate with { MaxRequests = 0 }, "MaxRequests is 0: it is at least 1." },
        { Users with { Start = 1.5 }, "Start is 1.5: users come in whole numbers." },
        { Users with { Start = 1e6 }, "Start is 1000000 users: one machine plays at most 100,000." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Says_what_is_wrong_and_what_is_right(LoadProfile profile, string problem) => Assert.Equal(problem, ProfileRules.FindProblem(profile));

    [Fact]
    public void A_profile_that_can_be_run_has_no_problem() => Assert.All([Rate, Users, Rate with { Start = 0 }], profile => Assert.Null(ProfileRules.FindProblem(profile)));

    [Fact]
    public async Task The_generator_refuses_what_cannot_be_run() =>
        Assert.StartsWith("MaxRequests is 0", (await Assert.ThrowsAsync<ArgumentException>(() => LoadGenerator.RunAsync(_ => default, Rate with { MaxRequests = 0 }))).Message, StringComparison.Ordinal);
}
