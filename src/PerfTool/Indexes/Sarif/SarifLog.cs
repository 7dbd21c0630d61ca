using PerfTool.Indexes.Merging;

namespace PerfTool.Indexes.Sarif;

/// <summary>What one log of a build says.</summary>
/// <param name="KnowsRules">Whether PerfAnalyzers had a part in the build: the compiler lists the rules of all analyzers that ran.</param>
/// <param name="Findings">Its findings that advise an index.</param>
internal sealed record SarifLog(bool KnowsRules, IReadOnlyList<QueryFinding> Findings);
