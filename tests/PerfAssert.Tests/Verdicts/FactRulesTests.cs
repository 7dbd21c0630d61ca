using PerfAssert.Facts;
using PerfAssert.Verdicts;

namespace PerfAssert.Tests.Verdicts;

public class FactRulesTests
{
    private static readonly PerfPolicy None = new();
    private static readonly FactCounts TwoCommands = FactCounts.None.With(ExactFact.SqlCommands.Name, 2);
    private static readonly Verdict NotMeasured = new(PerfOutcome.NotMeasured, "a Debug build");

    [Theory]
    [InlineData(1, PerfOutcome.Improved)]
    [InlineData(2, PerfOutcome.Pass)]
    [InlineData(3, PerfOutcome.Failed)]
    public void A_count_is_held_against_the_baseline(long now, PerfOutcome outcome) => Assert.Equal(outcome, Judge(now, now, TwoCommands).Outcome);

    [Fact]
    public void A_failure_names_both_counts() => Assert.Equal("51 SQL commands a call, 2 at the baseline", Judge(51, 51, TwoCommands).Reason);

    [Theory]
    [InlineData(1, 3, PerfOutcome.Pass)]
    [InlineData(3, 4, PerfOutcome.Inconclusive)]
    public void A_count_that_varies_never_fails_against_the_baseline(long fewest, long most, PerfOutcome outcome) => Assert.Equal(outcome, Judge(fewest, most, TwoCommands).Outcome);

    [Theory]
    [InlineData(1, 1, PerfOutcome.Pass)]
    [InlineData(1, 2, PerfOutcome.Inconclusive)]
    [InlineData(2, 2, PerfOutcome.Failed)]
    [InlineData(2, 3, PerfOutcome.Failed)]
    public void A_limit_fails_where_every_call_is_over_it(long fewest, long most, PerfOutcome outcome) =>
        Assert.Equal(outcome, Judge(fewest, most, FactCounts.None, new PerfPolicy { MaxCommands = 1 }).Outcome);

    [Fact]
    public void A_limit_of_none_is_a_limit() => Assert.Equal(PerfOutcome.Failed, Judge(1, 1, FactCounts.None, new PerfPolicy { MaxCommands = 0 }).Outcome);

    [Fact]
    public void A_baseline_that_nothing_counts_for_any_more_is_a_doubt() => Assert.Equal(PerfOutcome.Inconclusive, FactRules.Judge([], TwoCommands, None).Outcome);

    [Fact]
    public void A_count_that_became_unknown_is_a_doubt() =>
        Assert.Equal(PerfOutcome.Inconclusive, FactRules.Judge([new CountedFact(ExactFact.SqlCommands, 2, 2) { Unknown = "lost" }], TwoCommands, None).Outcome);

    [Fact]
    public void A_failure_of_facts_holds_where_nothing_is_measured() =>
        Assert.Equal(PerfOutcome.Failed, FactRules.Combine(Judge(3, 3, TwoCommands), NotMeasured, isFirst: false).Outcome);

    [Fact]
    public void What_is_within_its_facts_is_as_it_was_measured() =>
        Assert.Equal(PerfOutcome.NotMeasured, FactRules.Combine(Judge(2, 2, TwoCommands), NotMeasured, isFirst: false).Outcome);

    [Fact]
    public void A_failure_of_time_outweighs_a_gain_of_facts() =>
        Assert.Equal(PerfOutcome.Failed, FactRules.Combine(Judge(1, 1, TwoCommands), new Verdict(PerfOutcome.Failed, "slower"), isFirst: false).Outcome);

    [Fact]
    public void Facts_counted_for_the_first_time_can_be_accepted() =>
        Assert.True(FactRules.Combine(Judge(1, 1, FactCounts.None), new Verdict(PerfOutcome.Pass, "fine"), isFirst: true).IsAcceptable);

    [Fact]
    public void The_facts_of_another_machine_are_as_good()
    {
        var entry = Make.Entry(Make.Record()).With("another machine", Make.Record() with { Facts = TwoCommands });
        Assert.Equal(TwoCommands, FactRules.Baseline(entry));
    }

    [Fact]
    public void A_count_that_varies_is_not_recorded() =>
        Assert.True(FactRules.ToRecord([new CountedFact(ExactFact.SqlCommands, 1, 2)]).IsEmpty);

    private static Verdict Judge(long fewest, long most, FactCounts baseline, PerfPolicy? policy = null) =>
        FactRules.Judge([new CountedFact(ExactFact.SqlCommands, fewest, most)], baseline, policy ?? None);
}
