using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

public class MeasuresTimerTests
{
    [Theory]
    [InlineData("void", "{ {|PERF308:Thread.Sleep(10)|}; Work(); }")]
    [InlineData("void", "{ while (Work() > 0) {|PERF308:Thread.Sleep(TimeSpan.FromSeconds(1))|}; }")]
    [InlineData("async Task", "{ await {|PERF308:Task.Delay(10)|}; Work(); }")]
    [InlineData("async Task", "{ await {|PERF308:Task.Delay(_i)|}.ConfigureAwait(false); }")]
    [InlineData("Task", "{ return {|PERF308:Task.Delay(10)|}; }")]
    [InlineData("void", "{ {|PERF308:Task.Delay(10)|}.Wait(); }")]
    [InlineData("void", "{ {|PERF308:Task.Delay(10)|}.GetAwaiter().GetResult(); }")]
    public Task A_wait_is_reported(string result, string body) => VerifyMembers($"[PerfFact] public {result} Waits() {body}");

    [Theory]
    [InlineData("async Task", "{ await Task.WhenAny(WorkAsync(), Task.Delay(1000)); }")]
    [InlineData("void", "{ Thread.Sleep(0); Work(); }")]
    [InlineData("async Task", "{ await Task.Delay(0); Work(); }")]
    [InlineData("async Task", "{ await Task.Delay(TimeSpan.Zero); Work(); }")]
    [InlineData("async Task", "{ await Task.Delay(TimeSpan.FromDays(1), _clock); Work(); }")]
    [InlineData("Task", "{ return Task.Run(() => Thread.Sleep(10)); }")]
    [InlineData("async Task", "{ await Task.Yield(); }")]
    public Task What_is_no_wait_of_the_test_is_left_alone(string result, string body) => VerifyMembers($"[PerfFact] public {result} Works() {body}");

    [Fact]
    public Task A_test_of_xunit_is_left_alone() => VerifyMembers("[Fact] public void Waits() => Thread.Sleep(10);");
}
