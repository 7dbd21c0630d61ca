namespace PerfAssert.Builds;

/// <summary>A perf test that can be created outside of a test run.</summary>
/// <param name="Key">Its key in a baseline file, by which two builds know it as the same.</param>
/// <param name="DisplayName">The name people read.</param>
public sealed record HostedTest(string Key, string DisplayName)
{
    /// <summary>Why it cannot be created here; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>Creates the test's class with all it needs. Throws what the code of the test throws.</summary>
    public required Func<CancellationToken, ValueTask<HostedInstance>> CreateAsync { get; init; }
}
