using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

public class NothingToMeasureTests
{
    [Theory]
    [InlineData("void", "{ }")]
    [InlineData("void", "{ ; { } }")]
    [InlineData("int", "=> 42")]
    [InlineData("string", "=> \"a\" + \"b\"")]
    [InlineData("int", "=> _i")]
    [InlineData("object", "=> _text")]
    [InlineData("double", "{ var x = _x; return x; }")]
    [InlineData("Task", "=> Task.CompletedTask")]
    [InlineData("ValueTask", "=> default")]
    [InlineData("ValueTask<int>", "=> new(1)")]
    [InlineData("Task<int>", "=> Task.FromResult(1)")]
    [InlineData("async Task", "=> await Task.CompletedTask.ConfigureAwait(false)")]
    [InlineData("void", "=> Assert.True(true)")]
    [InlineData("void", "{ Assert.Equal(2, _i); Assert.NotEqual(\"x\", _text); }")]
    public Task A_body_without_work_is_reported(string result, string body) =>
        VerifyMembers($"[PerfFact] public {result} {{|PERF303:Nothing|}}() {body}{(body[0] == '=' ? ";" : "")}");

    [Fact]
    public Task A_theory_that_does_nothing_with_its_row_is_reported() => VerifyMembers("[PerfTheory, InlineData(1)] public int {|PERF303:Nothing|}(int i) => i;");

    [Fact]
    public Task A_local_function_that_nobody_calls_is_no_work() => VerifyMembers("[PerfFact] public void {|PERF303:Nothing|}() { void Inner() => Work(); }");

    [Theory]
    [InlineData("int", "=> Work()")]
    [InlineData("int", "=> _numbers.Count")]
    [InlineData("int", "=> _array[2]")]
    [InlineData("int", "=> _flag")]
    [InlineData("int", "=> s_threads")]
    [InlineData("object", "=> _node.Next.Next")]
    [InlineData("(decimal, decimal, decimal)", "=> _struct")]
    [InlineData("int", "=> _i + _j")]
    [InlineData("object", "=> _i")]
    [InlineData("object", "=> new object()")]
    [InlineData("void", "=> Assert.Equal(5, Work())")]
    [InlineData("void", "=> Assert.Empty(_numbers)")]
    [InlineData("void", "=> Assert.Throws<Exception>(() => Work())")]
    [InlineData("void", "=> _i = 3")]
    [InlineData("void", "=> throw new NotImplementedException()")]
    [InlineData("async Task", "=> await Task.Yield()")]
    [InlineData("Func<int>", "=> () => 1")]
    public Task A_body_that_works_is_left_alone(string result, string body) => VerifyMembers($"[PerfFact] public {result} Works() {body};");

    [Fact]
    public Task A_skipped_test_is_left_alone() => VerifyMembers("[PerfFact(Skip = \"not written yet\")] public void Later() { }");

    [Fact]
    public Task What_derived_classes_override_is_left_alone() => Verify("""
        public abstract class Base { [PerfFact] public virtual void Works() { } [PerfFact] public abstract void Runs(); }
        """);

    [Fact]
    public Task A_sealed_override_is_reported() => Verify("""
        public abstract class Base { public abstract void Works(); }
        public class Derived : Base { [PerfFact] public sealed override void {|PERF303:Works|}() { } }
        """);

    [Fact]
    public Task A_test_of_xunit_is_left_alone() => VerifyMembers("[Fact] public void Nothing() { }");
}
