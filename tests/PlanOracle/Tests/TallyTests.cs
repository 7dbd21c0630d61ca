using PerfTooling.PlanOracle.Comparison;

namespace PerfTooling.PlanOracle.Tests;

public class TallyTests
{
    [Fact]
    public void Precision_is_the_share_of_right_reports_and_recall_the_share_of_what_was_reported()
    {
        var tally = Tally.Of([Verdict.TruePositive, Verdict.TruePositive, Verdict.TruePositive, Verdict.FalsePositive, Verdict.FalseNegative, Verdict.FalseNegative, Verdict.TrueNegative, Verdict.None]);

        Assert.Equal(new Tally(3, 1, 2, 1), tally);
        Assert.Equal(0.75, tally.Precision);
        Assert.Equal(0.6, tally.Recall);
    }

    [Fact]
    public void Without_reports_nothing_is_wrong() => Assert.Equal(1, new Tally(0, 0, 5, 5).Precision);
}
