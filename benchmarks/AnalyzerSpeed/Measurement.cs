namespace PerfTooling.AnalyzerSpeed;

/// <summary>What one run of a compilation with analyzers took.</summary>
/// <param name="Wall">From start to end, compiling included.</param>
/// <param name="InAnalyzers">The time inside the analyzers' actions, as the compiler's own telemetry has it.</param>
/// <param name="Findings">How many diagnostics the analyzers reported.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan InAnalyzers, int Findings);
