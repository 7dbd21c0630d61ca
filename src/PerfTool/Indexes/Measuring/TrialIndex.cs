namespace PerfTool.Indexes.Measuring;

/// <summary>An index to try.</summary>
/// <param name="Index">The index.</param>
/// <param name="Name">Its name.</param>
/// <param name="Create">The statement that creates it.</param>
/// <param name="Drop">The statement that drops it.</param>
internal sealed record TrialIndex(MissingIndex Index, string Name, string Create, string Drop);
