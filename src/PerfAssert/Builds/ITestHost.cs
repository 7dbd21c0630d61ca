using System.Reflection;

namespace PerfAssert.Builds;

/// <summary>Finds and creates the perf tests of an assembly outside of a test run. The packages for test frameworks have one each.</summary>
public interface ITestHost
{
    /// <summary>The perf tests of an assembly, one for each row of a theory.</summary>
    /// <param name="testAssembly">The assembly, in whatever load context.</param>
    IReadOnlyList<HostedTest> Find(Assembly testAssembly);
}
