using System.Collections.Immutable;

namespace PerfAssert.Loads;

/// <summary>What was seen while load was offered, warm-up left out.</summary>
public sealed record LoadMeasurement
{
    /// <summary>Why the run ended; what was measured until then is here.</summary>
    public required LoadEnd End { get; init; }

    /// <summary>How long it went on, from the beginning of the first stage to the end of the last, or the last answer if that came later.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Arrivals that the profile asked for until the end; in the closed model the same as <see cref="Started"/>.</summary>
    public required long Offered { get; init; }

    /// <summary>Requests that were sent.</summary>
    public required long Started { get; init; }

    /// <summary>Requests that were answered as they should be.</summary>
    public required long Succeeded { get; init; }

    /// <summary>Arrivals that were not sent since <see cref="LoadProfile.MaxInFlight"/> were on their way: the system did not keep up.</summary>
    public required long Dropped { get; init; }

    /// <summary>Requests that were on their way when the run was cancelled, and had no answer by then: neither succeeded nor failed.</summary>
    public long Unfinished { get; init; }

    /// <summary>Requests that failed by <c>timeout</c> and still went on at the end: their code ignores <see cref="LoadIteration.Cancellation"/>.</summary>
    public long Abandoned { get; init; }

    /// <summary>What failed, the most frequent first.</summary>
    public required ImmutableArray<LoadErrors> Errors { get; init; }

    /// <summary>From the <em>intended</em> start to the answer: what a user waits. In the closed model from the start.</summary>
    public required LoadLatency Latency { get; init; }

    /// <summary>From the actual start to the answer: what the system took for it.</summary>
    public required LoadLatency ServiceTime { get; init; }

    /// <summary>How late requests started, in nanoseconds: the generator's own fault, never the system's.</summary>
    public required LoadLatency StartDelay { get; init; }

    /// <summary>Why the generator could not offer what was asked, so that the figures say nothing of the system; null where it could.</summary>
    public required string? Saturated { get; init; }

    /// <summary>Successful requests a second.</summary>
    public double Throughput => Elapsed > TimeSpan.Zero ? Succeeded / Elapsed.TotalSeconds : 0;

    /// <summary>Requests that failed, dropped arrivals not among them.</summary>
    public long Failed => Errors.Sum(errors => errors.Count);
}
