namespace PerfAnalyzers.EfModel.Facts;

/// <summary>What one part of a migration class says: the operations stand in one file, the attributes in its designer file.</summary>
/// <param name="ClassName">The full metadata name of the class.</param>
/// <param name="Id">The id of <c>[Migration("20240101000000_Name")]</c>, or what the file is called.</param>
/// <param name="Context">The simple name of the context in <c>[DbContext(typeof(…))]</c>, or null.</param>
/// <param name="Steps">What <c>Up</c> does to indexes, in order.</param>
internal sealed record MigrationFacts(string ClassName, string? Id, string? Context, IReadOnlyList<MigrationStep> Steps);
