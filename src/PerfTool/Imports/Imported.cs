namespace PerfTool.Imports;

/// <summary>What another tool measured.</summary>
/// <param name="Tool">"k6" or "benchmarkdotnet".</param>
/// <param name="Machine">Where it was measured; null where the file does not tell.</param>
/// <param name="Measured">When; null where the file does not tell.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="Notes">What the user should know of the file.</param>
internal sealed record Imported(string Tool, string? Machine, DateTime? Measured, IReadOnlyList<ImportedMetric> Metrics, IReadOnlyList<string> Notes);
