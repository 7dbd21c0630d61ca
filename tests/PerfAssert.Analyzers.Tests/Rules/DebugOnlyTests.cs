using static PerfAssert.Analyzers.Tests.Infrastructure.RuleVerifier;

namespace PerfAssert.Analyzers.Tests.Rules;

public class DebugOnlyTests
{
    [Theory]
    [InlineData("#if DEBUG", "#endif")]
    [InlineData("#if DEBUG && !ABC", "#endif")]
    [InlineData("#if (DEBUG)", "#else\n#endif")]
    [InlineData("#if !DEBUG\n#else", "#endif")]
    [InlineData("#if ABC\n#elif DEBUG", "#endif")]
    [InlineData("#if !DEBUG || ABC\n#else", "#endif")]
    [InlineData("#if DEBUG\n#if !ABC", "#endif\n#endif")]
    public Task A_test_under_DEBUG_is_reported(string before, string after) => VerifyMembers($"{before}\n[PerfFact] public int {{|PERF304:Works|}}() => Work();\n{after}\n");

    [Theory]
    [InlineData("#if !ABC", "#endif")]
    [InlineData("#if DEBUG || ABC", "#endif")]
    [InlineData("#if ABC\n#else", "#endif")]
    [InlineData("#if DEBUG\n#endif", "")]
    [InlineData("#region DEBUG", "#endregion")]
    public Task A_test_that_stands_elsewhere_is_left_alone(string before, string after) => VerifyMembers($"{before}\n[PerfFact] public int Works() => Work();\n{after}\n");

    [Fact]
    public Task A_body_under_DEBUG_is_reported() => VerifyMembers("""
        [PerfFact] public void {|PERF304:Works|}()
        {
        #if DEBUG
            Work();
        #endif
        }
        """);

    [Fact]
    public Task A_body_partly_under_DEBUG_is_left_alone() => VerifyMembers("""
        [PerfFact] public void Works()
        {
        #if DEBUG
            Console.WriteLine("starts");
        #endif
            Work();
        }
        """);

    [Theory]
    [InlineData("Trace(\"works\");")]
    [InlineData("Debug.Assert(Work() == 3);")]
    public Task A_body_that_only_calls_what_Debug_builds_call_is_reported(string call) => VerifyMembers($"[PerfFact] public void {{|PERF304:Works|}}() {{ {call} }}");

    [Fact]
    public Task A_release_build_is_told_of_such_a_body_too() => VerifyReleaseMembers("[PerfFact] public void {|PERF304:Works|}() => Trace(\"works\");");

    [Fact]
    public Task A_release_build_that_defines_DEBUG_is_left_alone() => VerifyReleaseMembers("""
        #if DEBUG
        [PerfFact] public void Works() => Trace("works");
        #endif
        """, "DEBUG");

    // xunit calls the method itself, whatever its condition.
    [Fact]
    public Task A_test_with_a_condition_of_its_own_is_left_alone() => VerifyMembers("[PerfFact, Conditional(\"DEBUG\")] public void Works() => Work();");
}
