namespace PerfTool.Results;

/// <summary>Requests that failed in one way.</summary>
internal sealed record LoadErrorResult(string Kind, long Count, string Example);
