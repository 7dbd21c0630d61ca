namespace PerfTool.Comparing;

/// <summary>What to compare, and how often.</summary>
/// <param name="BaseName">What the older build is called, for example "main (1a2b3c4d5e)".</param>
/// <param name="Processes">How many fresh processes; three or more.</param>
/// <param name="Filter">Compares only tests whose key holds this text; null for all.</param>
internal sealed record ComparisonPlan(string BaseName, int Processes, string? Filter);
