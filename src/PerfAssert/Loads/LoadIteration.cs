namespace PerfAssert.Loads;

/// <summary>Which request this is, for code that must tell requests apart: other data for each, other credentials for each user.</summary>
/// <param name="Number">From 0, in the order of intended starts, warm-up included; each is given once in a run.</param>
/// <param name="User">In the closed model the user, from 0; -1 in the open one.</param>
/// <param name="Cancellation">Cancelled when the request has run out of time, or the run ends.</param>
public readonly record struct LoadIteration(long Number, int User, CancellationToken Cancellation);
