namespace PerfTool.Comparing;

/// <summary>What two builds have in common.</summary>
/// <param name="Keys">The tests that will be compared.</param>
/// <param name="Added">Those that only the newer build has.</param>
/// <param name="Removed">Those that only the older one has.</param>
internal sealed record SharedTests(IReadOnlyList<string> Keys, IReadOnlyList<string> Added, IReadOnlyList<string> Removed);
