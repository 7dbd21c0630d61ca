using CsCheck;
using PerfAssert.Baselines;

namespace PerfAssert.Tests.Baselines;

public class BaselineAgreementTests
{
    [Fact]
    public void Two_processes_are_too_few()
    {
        Assert.Null(BaselineAgreement.Find([Process(100, 110), Process(100, 110)], out var problem));
        Assert.Equal("2 of 3 processes measured it", problem);
    }

    [Fact]
    public void Three_that_agree_leave_the_record_of_the_least_disturbed() =>
        Assert.Equal(Process(102, 108), BaselineAgreement.Find([Process(100, 180), Process(102, 108), Process(101, 150)], out _));

    [Fact]
    public void One_that_is_apart_from_the_fastest_keeps_three_from_agreeing()
    {
        Assert.Null(BaselineAgreement.Find([Process(100, 110), Process(101, 110), Process(106, 110)], out var problem));
        Assert.Equal("the processes do not agree within 5 % (1.00, 1.01, 1.06 of the fastest): is the machine quiet?", problem);
    }

    [Fact]
    public void A_slow_one_more_changes_nothing() =>
        Gen.Double[100, 1_000].Sample(slow => BaselineAgreement.Find([Process(100, 130), Process(101, 120), Process(102, 125), Process(106 + slow, 107 + slow)], out _) == Process(101, 120));

    private static BaselineRecord Process(double min, double p25) => Make.Record(p25) with { Min = min, P25 = p25 };
}
