namespace PerfAssert.Loads;

/// <summary>Offers load and measures what becomes of it.</summary>
public static class LoadGenerator
{
    /// <summary>
    /// Calls <paramref name="request"/> as <paramref name="profile"/> says, many at a time, on threads of the pool, and comes back when the last was
    /// answered or given up. A request that throws counts as failed.
    /// </summary>
    /// <param name="request">Sends one request and comes back when it was answered. It should await and not block: a blocked thread is one less to start others on.</param>
    /// <param name="progress">Told about once a second.</param>
    /// <param name="cancellation">Ends the run early, with what was measured until then (<see cref="LoadEnd.Cancelled"/>).</param>
    /// <exception cref="ArgumentException">The profile asks for what cannot be; the message says what to write instead.</exception>
    public static Task<LoadMeasurement> RunAsync(Func<LoadIteration, ValueTask> request, LoadProfile profile, IProgress<LoadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(profile);
        if (ProfileRules.FindProblem(profile) is { } problem)
            throw new ArgumentException(problem, nameof(profile));

        var done = new TaskCompletionSource<LoadMeasurement>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A thread of its own: whatever the requests do to the pool, it keeps the time.
        var thread = new Thread(() =>
        {
            try
            {
                done.SetResult(new LoadRun(request, profile, progress, new SystemLoadClock()).Run(cancellation));
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        })
        { IsBackground = true, Name = "PerfAssert load" };
        thread.Start();
        return done.Task;
    }
}
