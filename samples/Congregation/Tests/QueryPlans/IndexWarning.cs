namespace Congregation.Tests.QueryPlans;

/// <summary>A warning of the build that a query's filter is not served by an index.</summary>
public sealed record IndexWarning(string RuleId, string Entity, string File, int Line, string Message);
