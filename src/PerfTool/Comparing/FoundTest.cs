namespace PerfTool.Comparing;

/// <summary>A perf test of an assembly.</summary>
/// <param name="Key">Its key in the baseline.</param>
/// <param name="Name">The name people read.</param>
/// <param name="Problem">Why it cannot be run outside of xunit; null where it can.</param>
internal sealed record FoundTest(string Key, string Name, string? Problem);
