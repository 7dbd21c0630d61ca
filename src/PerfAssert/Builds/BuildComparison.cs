namespace PerfAssert.Builds;

/// <summary>One test of two builds, compared in one process. The verdict is not one process's to give: see <see cref="ProcessAgreement"/>.</summary>
/// <param name="Key">The test's key.</param>
/// <param name="DisplayName">Its name in the newer build.</param>
public sealed record BuildComparison(string Key, string DisplayName)
{
    /// <summary>Why it was not compared; null where it was, and then all else is known.</summary>
    public string? NotMeasured { get; init; }

    /// <summary>How many times as long as before a call takes now, with bounds; null where it was not compared.</summary>
    public TimeRatio? Time { get; init; }

    /// <summary>Whether the speed of both had settled when they were compared. Code that the JIT has not finished with is slower.</summary>
    public bool Settled { get; init; } = true;

    /// <summary>What the older build's calls took; null where it was not compared.</summary>
    public CallTimes? Before { get; init; }

    /// <summary>What the newer build's calls took; null where it was not compared.</summary>
    public CallTimes? Now { get; init; }

    /// <summary>
    /// The ratio of the older build and a second copy of it: 1 but for where code and data happen to lie in this process. Null where there was no second copy, or no difference to
    /// explain.
    /// </summary>
    public TimeRatio? Control { get; init; }

    /// <summary>Bytes a call allocated before, and allocates now.</summary>
    public (double Before, double Now) AllocatedBytes { get; init; }

    /// <summary>Whether bytes were counted on the measuring thread, and are exact, in both builds.</summary>
    public bool AllocatedExactly { get; init; }

    /// <summary>What a call came to before and comes to now, by the name of the fact (<see cref="ExactFact.Name"/>); only what every call came to.</summary>
    public IReadOnlyDictionary<string, (long Before, long Now)> Facts { get; init; } = new Dictionary<string, (long Before, long Now)>();
}
