namespace PerfTool.Comparing;

/// <summary>All that came of comparing two builds.</summary>
/// <param name="Tests">The tests that both have.</param>
/// <param name="Changes">Those that only one of them has.</param>
internal sealed record BuildsCompared(IReadOnlyList<ComparedTest> Tests, TestChanges Changes);
