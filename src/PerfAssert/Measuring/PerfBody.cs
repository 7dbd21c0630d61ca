namespace PerfAssert.Measuring;

/// <summary>The code under measurement, ready to be called many times with as little overhead as a delegate call.</summary>
/// <remarks>Create one with <see cref="PerfBodyFactory"/>.</remarks>
public abstract class PerfBody
{
    private protected PerfBody(bool isAsync) => IsAsync = isAsync;

    /// <summary>Whether the code returns a task: then it may move between threads, and allocations are counted for the process.</summary>
    public bool IsAsync { get; }

    /// <summary>Calls the code <paramref name="calls"/> times, one after the other, awaiting each.</summary>
    /// <param name="calls">How often; 1 or more.</param>
    /// <returns>Completed already when the code is synchronous. Throws what the code throws.</returns>
    public abstract ValueTask RunAsync(long calls);

    /// <summary>What is to be done before so many calls, and is no part of what is measured.</summary>
    internal virtual ValueTask PrepareAsync(long calls) => default;

    /// <summary>What is to be done after them.</summary>
    internal virtual ValueTask CleanUpAsync(long calls) => default;
}
