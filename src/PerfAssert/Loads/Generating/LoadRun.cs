namespace PerfAssert.Loads;

/// <summary>One run, on the thread that keeps its time.</summary>
internal sealed class LoadRun(Func<LoadIteration, ValueTask> request, LoadProfile profile, IProgress<LoadProgress>? progress, ILoadClock clock)
{
    /// <summary>The longest sleep, so that a cancellation, a request out of time or the last answer is noticed soon.</summary>
    private const long Slice = 10_000_000;

    /// <summary>How long requests that were told to stop may take for it.</summary>
    private const long Grace = 1_000_000_000;

    private readonly LoadTally _tally = new();

    public LoadMeasurement Run(CancellationToken cancellation)
    {
        var requests = new LoadRequests(request, profile, clock, _tally);
        var begin = clock.Now;
        var origin = begin + (long)profile.WarmUp.TotalNanoseconds;
        IOffer offer = profile.Model == LoadModel.Open ? new OpenOffer(profile, requests, begin) : new ClosedOffer(profile, requests, begin);
        requests.Ended = offer.Ended;
        var reporter = progress is null ? null : new ProgressReporter(progress, profile, clock, _tally, origin);

        var end = Offer(requests, offer, reporter, cancellation);
        requests.Stop();
        offer.Stop();
        // The last request sent may need a thread before its time begins to run.
        Await(requests, reporter, offer, (long)profile.RequestTimeout.TotalNanoseconds + Grace, end == LoadEnd.Cancelled ? new CancellationToken(true) : cancellation);
        if (requests.InFlight > requests.GivenUp)
        {
            if (cancellation.IsCancellationRequested)
                end = LoadEnd.Cancelled;
            requests.CancelAll();
            Await(requests, reporter, offer, Grace, default);
        }

        // Those that were told to stop when they had run out of time deserve a moment, too, before they are said to ignore it.
        var now = clock.Now;
        for (var until = now + Grace; requests.GivenUp > 0 && clock.Now < until;)
            clock.WaitUntil(Math.Min(until, clock.Now + Slice));
        return Summarize(requests, offer, end, origin, now);
    }

    private LoadEnd Offer(LoadRequests requests, IOffer offer, ProgressReporter? reporter, CancellationToken cancellation)
    {
        while (true)
        {
            if (cancellation.IsCancellationRequested)
                return LoadEnd.Cancelled;
            var now = clock.Now;
            if (offer.Send(now) is not { } next)
                return LoadEnd.Completed;
            if (requests.HasReachedLimit)
                return LoadEnd.RequestLimit;
            requests.GiveUpOverdue(now);
            reporter?.ReportIfDue(now, offer.TargetAt(now), requests.InFlight);
            clock.WaitUntil(Math.Min(next, now + Slice));
        }
    }

    /// <summary>Until nothing is waited for any more, or the time is up, or nobody wants to wait.</summary>
    private void Await(LoadRequests requests, ProgressReporter? reporter, IOffer offer, long time, CancellationToken cancellation)
    {
        for (var (now, until) = (clock.Now, clock.Now + time); requests.InFlight > requests.GivenUp && now < until && !cancellation.IsCancellationRequested; now = clock.Now)
        {
            requests.GiveUpOverdue(now);
            reporter?.ReportIfDue(now, offer.TargetAt(now), requests.InFlight);
            clock.WaitUntil(now + Slice);
        }
    }

    private LoadMeasurement Summarize(LoadRequests requests, IOffer offer, LoadEnd end, long origin, long now)
    {
        var abandoned = requests.GivenUp;
        var unfinished = requests.Close(now);
        var (latency, serviceTime, startDelay, errors) = _tally.Summarize();
        var offered = offer.Offered;
        var until = end == LoadEnd.Completed ? Math.Max(origin + (long)profile.Duration.TotalNanoseconds, _tally.LastAnswer) : now;
        var measurement = new LoadMeasurement
        {
            End = end,
            Elapsed = TimeSpan.FromTicks(Math.Max(0, until - origin) / 100),
            Offered = offered,
            Started = _tally.Started,
            Succeeded = latency.Count,
            Dropped = _tally.Dropped,
            Unfinished = unfinished + requests.Interrupted,
            Abandoned = abandoned,
            Errors = errors,
            Latency = latency,
            ServiceTime = serviceTime,
            StartDelay = startDelay,
            Saturated = null,
        };
        return measurement with { Saturated = SaturationRule.Explain(measurement, profile.Model) };
    }
}
