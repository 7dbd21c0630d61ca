namespace PerfAssert.EntityFrameworkCore;

/// <summary>A statement and how often it was sent.</summary>
/// <param name="Statement">The text, with parameters and lists of values collapsed.</param>
/// <param name="Times">How often; 1 or more.</param>
/// <param name="Rows">Rows read by all of them.</param>
public sealed record RepeatedStatement(string Statement, int Times, long Rows);
