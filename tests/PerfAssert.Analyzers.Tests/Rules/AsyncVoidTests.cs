using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

public class AsyncVoidTests
{
    [Fact]
    public Task An_async_void_test_is_reported() => VerifyMembers("[PerfFact] public async void {|PERF301:Waits|}() => await WorkAsync();");

    [Fact]
    public Task An_async_void_theory_is_reported() => VerifyMembers("[PerfTheory, InlineData(1)] public async void {|PERF301:Waits|}(int i) => await WorkAsync();");

    [Fact]
    public Task Nothing_else_is_said_of_it() => VerifyMembers("[PerfFact] public async void {|PERF301:Waits|}() { }");

    [Fact]
    public Task An_async_test_that_returns_a_task_is_left_alone() => VerifyMembers("[PerfFact] public async Task Waits() => await WorkAsync();");

    [Fact]
    public Task A_test_of_xunit_is_left_alone() => VerifyMembers("[Fact] public async void Waits() => await WorkAsync();");

    [Fact]
    public Task A_skipped_test_is_left_alone() => VerifyMembers("[PerfFact(Skip = \"later\")] public async void Waits() => await WorkAsync();");

    [Fact]
    public Task An_attribute_of_the_same_name_is_left_alone() => Verify("""
        public class Mine { public sealed class PerfFactAttribute : Attribute { } [PerfFact] public async void Waits() => await Task.Yield(); }
        """);
}
