using System.Collections.Immutable;

namespace PerfTool.Alerts;

/// <summary>What is watched of one part of a service.</summary>
/// <param name="Id">In lower case with hyphens.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Rules">Worst first.</param>
internal sealed record AlertPolicy(string Id, string Title, ImmutableArray<AlertRule> Rules);
