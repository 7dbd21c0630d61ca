namespace PerfAssert.Loads;

/// <summary>Requests that failed in one way.</summary>
/// <param name="Kind">An exception's type, <c>timeout</c>, or what a scenario calls it, such as <c>status 503</c>.</param>
/// <param name="Count">How many did; above zero.</param>
/// <param name="Example">The first one's message.</param>
public sealed record LoadErrors(string Kind, long Count, string Example);
