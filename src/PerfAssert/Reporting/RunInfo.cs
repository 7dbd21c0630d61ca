namespace PerfAssert.Reporting;

/// <summary>What all results of a run have in common.</summary>
internal sealed record RunInfo(string Assembly, string TargetFramework, string Machine, DateTime Started);
