namespace PerfAssert.Loads;

/// <summary>When a run's figures say something, and from when on they are a failure by themselves. Each run by itself: whether two agree is for <see cref="LoadRules"/>.</summary>
internal static class LoadLimits
{
    /// <summary>Requests beyond a percentile from which on it is one: with fewer, the one unlucky request decides.</summary>
    public const int FewestBeyond = 5;

    /// <summary>Whether so many requests tell a percentile.</summary>
    /// <param name="requests">Successful requests.</param>
    /// <param name="probability">Such as 0.99.</param>
    public static bool Tell(long requests, double probability) => requests * (1 - probability) >= FewestBeyond - 1e-6;

    /// <summary>Whether more requests failed than may. Where the generator was saturated, requests that ran out of time may have done so for its sake, and don't count.</summary>
    public static bool HasTooManyErrors(LoadMeasurement run, double maxErrors) => Counted(run) > run.Started * maxErrors;

    /// <summary>Requests that failed, and not for the generator's sake.</summary>
    public static long Counted(LoadMeasurement run) => run.Saturated is null ? run.Failed : run.Errors.Where(errors => errors.Kind != ErrorKind.Timeout).Sum(errors => errors.Count);
}
