using System.Reflection;
using PerfAssert.Builds;

namespace PerfAssert.Tests.Builds;

public class TestBuildTests
{
    private static readonly string s_path = typeof(TestBuildTests).Assembly.Location;

    /// <summary>Different in each build that is loaded.</summary>
    public static int State { get; set; }

    [Fact]
    public void Two_builds_of_an_assembly_have_statics_of_their_own()
    {
        State = 7;
        Assert.Equal(0, TestBuild.Load(s_path, "HEAD~1", new NoHost()).Assembly.GetType(typeof(TestBuildTests).FullName!)!.GetProperty(nameof(State))!.GetValue(null));
    }

    [Fact]
    public void The_engine_is_one_for_all_builds()
    {
        var other = TestBuild.Load(s_path, "HEAD~1", new NoHost()).Assembly.GetType(typeof(User).FullName!)!;
        Assert.Same(typeof(PerfTest).Assembly, other.GetMethod(nameof(User.EngineAssembly))!.Invoke(null, null));
    }

    [Fact]
    public void A_build_that_is_not_there_says_so() =>
        Assert.Contains("the tests of HEAD~1, is not there", Assert.Throws<PerfTestException>(() => TestBuild.Load("nowhere.dll", "HEAD~1", new NoHost())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_assembly_says_so() =>
        Assert.Contains("is no .NET assembly", Assert.Throws<PerfTestException>(() => TestBuild.Load(Path.ChangeExtension(s_path, ".deps.json"), "HEAD~1", new NoHost())).Message, StringComparison.Ordinal);

    public static class User
    {
        public static Assembly EngineAssembly() => typeof(PerfTest).Assembly;
    }

    private sealed class NoHost : ITestHost
    {
        public IReadOnlyList<HostedTest> Find(Assembly testAssembly) => [];
    }
}
