using PerfAssert.Facts;
using static PerfAssert.Tests.Facts.SimulatedFacts;

namespace PerfAssert.Tests.Facts;

public class FactCounterTests
{
    private readonly SimulatedMachine _machine = new();

    [Fact]
    public async Task Without_a_source_the_test_is_called_once_and_nothing_is_counted()
    {
        var body = new SimulatedBody(_machine, 1_000);
        var counter = new FactCounter(body, [], [], _machine);
        await counter.FirstCallAsync();
        Assert.Empty(await counter.CountAsync(expected: true, recorded: true, default));
        Assert.Equal(1, body.Calls);
    }

    [Fact]
    public async Task The_first_call_does_not_count() =>
        Assert.Equal("1 SQL command", (await Count(Reading(commands: 9), Reading(commands: 1)))[0].Words);

    [Fact]
    public async Task A_count_that_varies_says_so() =>
        Assert.Equal("1 to 3 SQL commands", (await Count(Reading(commands: 1), Reading(commands: 1), Reading(commands: 3), Reading(commands: 2)))[0].Words);

    [Fact]
    public async Task Nothing_is_counted_of_a_test_without_any() => Assert.Empty(await Count(Reading()));

    [Fact]
    public async Task Of_a_test_without_any_no_more_calls_are_made()
    {
        var source = new SimulatedFacts(Reading());
        await Count(source);
        Assert.Equal(1, source.Scopes);
    }

    [Fact]
    public async Task Where_the_first_call_may_have_missed_it_the_counter_waits_and_looks_again()
    {
        Assert.NotEmpty(await Count(Reading(sureAfter: TimeSpan.FromSeconds(1.1)), Reading(commands: 1)));
        Assert.Equal([TimeSpan.FromSeconds(1.1)], _machine.Pauses);
    }

    [Fact]
    public async Task What_no_baseline_can_be_made_of_is_not_counted_unasked()
    {
        var source = new SimulatedFacts(Reading(commands: 1));
        Assert.Empty(await Count(source, recorded: false));
        Assert.Equal(1, source.Scopes);
    }

    [Fact]
    public async Task A_fact_outside_the_baseline_is_counted_against_a_limit_only()
    {
        Assert.DoesNotContain(await Count(Reading(commands: 1)), fact => fact.Fact == ExactFact.SqlSameStatement);
        Assert.Contains(await Count(new SimulatedFacts(Reading(commands: 1)), limited: [ExactFact.SqlSameStatement]), fact => fact.Fact == ExactFact.SqlSameStatement);
    }

    [Fact]
    public async Task A_scope_is_closed_even_where_the_test_throws()
    {
        var source = new SimulatedFacts(Reading(commands: 1));
        var body = new SimulatedBody(_machine, 1_000) { Factor = _ => throw new TimeoutException() };
        await Assert.ThrowsAsync<TimeoutException>(async () => await new FactCounter(body, [source], [], _machine).FirstCallAsync());
        Assert.Equal(0, source.Open);
    }

    [Fact]
    public async Task What_happens_outside_the_flow_in_every_call_is_the_tests_own() =>
        Assert.Equal("3 SQL commands", (await Count(Reading(commands: 1, outside: 2)))[0].Words);

    [Fact]
    public async Task What_happens_outside_the_flow_now_and_then_is_anothers_and_is_told()
    {
        var fact = (await Count(Reading(commands: 1), Reading(commands: 1), Reading(commands: 1, outside: 2)))[0];
        Assert.Equal(("1 SQL command", "up to 2 SQL commands outside the test's async flow not counted"), (fact.Words, fact.Note));
    }

    [Fact]
    public async Task A_test_all_of_whose_commands_are_outside_the_flow_now_and_then_is_unknown() =>
        Assert.Contains("PreserveExecutionContext", (await Count(Reading(outside: 1), Reading(outside: 1), Reading(outside: 2)))[0].Unknown, StringComparison.Ordinal);

    [Theory]
    [InlineData(2, "the flow was cut")]
    [InlineData(0, null)]
    public async Task What_cannot_be_counted_outside_is_unknown_where_every_call_has_something_there(int last, string? reason)
    {
        var source = new SimulatedFacts(Reading(commands: 1, outside: 2), Reading(commands: 1, outside: 2), Reading(commands: 1, outside: 2), Reading(commands: 1, outside: last));
        Assert.Equal(reason, (await Count(source, limited: [ExactFact.SqlSameStatement])).Single(fact => fact.Fact == ExactFact.SqlSameStatement).Unknown);
    }

    private Task<IReadOnlyList<CountedFact>> Count(params FactReading[] readings) => Count(new SimulatedFacts(readings));

    private async Task<IReadOnlyList<CountedFact>> Count(SimulatedFacts source, bool recorded = true, ExactFact[]? limited = null)
    {
        var counter = new FactCounter(new SimulatedBody(_machine, 1_000), [source], limited ?? [], _machine);
        await counter.FirstCallAsync();
        return await counter.CountAsync(expected: limited is not null, recorded, default);
    }
}
