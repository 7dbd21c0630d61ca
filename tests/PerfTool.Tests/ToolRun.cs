namespace PerfTool.Tests;

/// <summary>What a run of the tool left.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error);
