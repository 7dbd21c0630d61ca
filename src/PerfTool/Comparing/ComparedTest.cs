using PerfAssert.Builds;

namespace PerfTool.Comparing;

/// <summary>A test of two builds, as several processes saw it, and what that comes to.</summary>
/// <param name="Processes">One comparison from each process.</param>
/// <param name="Verdict">What they agree on.</param>
internal sealed record ComparedTest(IReadOnlyList<BuildComparison> Processes, BuildVerdict Verdict);
