using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

public class RefusedTests
{
    [Fact]
    public Task A_load_test_may_take_the_request_it_is() => VerifyMembers("[LoadFact(Rate = 50)] public Task Adds(PerfAssert.Loads.LoadIteration iteration) => Task.CompletedTask;");

    [Theory]
    [InlineData("[PerfFact] public void {|PERF307:Works|}(int i) => Work();")]
    [InlineData("[PerfFact] public void {|PERF307:Works|}<T>() => Work();")]
    [InlineData("[PerfFact] public ref int {|PERF307:Works|}() => ref _array[Work()];")]
    [InlineData("[PerfFact] public Span<int> {|PERF307:Works|}() => _array.AsSpan(Work());")]
    [InlineData("[PerfFact] public unsafe int* {|PERF307:Works|}() => (int*)Work();")]
    [InlineData("[PerfTheory, InlineData(1)] public void {|PERF307:Works|}(in int i) => Work();")]
    [InlineData("[PerfFact] public System.Runtime.CompilerServices.YieldAwaitable {|PERF307:Works|}() { Work(); return Task.Yield(); }")]
    [InlineData("[PerfFact(Timeout = 1000)] public void {|PERF307:Works|}() => Work();")]
    public Task What_is_refused_at_run_time_is_reported(string member) => VerifyMembers(member);

    [Theory]
    [InlineData("[PerfTheory, InlineData(1)] public void Works(int i) => Work();")]
    [InlineData("[PerfTheory, InlineData(1)] public void Works<T>(T i) => Work();")]
    [InlineData("[PerfTheory, InlineData(1)] public void Works(params int[] i) => Work();")]
    [InlineData("[PerfFact(Timeout = 1000)] public Task Works() => WorkAsync();")]
    [InlineData("[PerfFact(Timeout = 1000)] public ValueTask<int> Works() => new(Work());")]
    [InlineData("[PerfFact(Timeout = 0)] public void Works() => Work();")]
    [InlineData("[PerfFact] private static int Works() => new Random(3).Next();")]
    public Task What_runs_is_left_alone(string member) => VerifyMembers(member);
}
