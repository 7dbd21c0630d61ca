namespace PerfTool.Results;

/// <summary>What was seen under load.</summary>
internal sealed record LoadResult
{
    /// <summary>What was offered, in words.</summary>
    public required string Profile { get; init; }

    /// <summary>"open" or "closed".</summary>
    public string? Model { get; init; }

    /// <summary>Why the run ended: "completed", "cancelled" or "requestLimit".</summary>
    public string? End { get; init; }

    /// <summary>How long it went on, warm-up left out.</summary>
    public double? ElapsedSeconds { get; init; }

    /// <summary>Arrivals that were asked for.</summary>
    public long Offered { get; init; }

    /// <summary>Requests that were sent.</summary>
    public long Started { get; init; }

    /// <summary>Requests that were answered as they should be.</summary>
    public long Succeeded { get; init; }

    /// <summary>Requests that failed.</summary>
    public long Failed { get; init; }

    /// <summary>Arrivals that were not sent, since too many requests were on their way.</summary>
    public long Dropped { get; init; }

    /// <summary>Requests that had no answer when the run was cancelled.</summary>
    public long Unfinished { get; init; }

    /// <summary>Requests that failed by <c>timeout</c> and still went on at the end.</summary>
    public long Abandoned { get; init; }

    /// <summary>Successful requests a second.</summary>
    public double Throughput { get; init; }

    /// <summary>The share of requests that may fail.</summary>
    public double MaxErrors { get; init; }

    /// <summary>How many runs the verdict rests on.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>Why the generator could not offer what was asked; null where it could.</summary>
    public string? Saturated { get; init; }

    /// <summary>From the intended start to the answer; null where nothing was answered.</summary>
    public LoadLatencies? Latency { get; init; }

    /// <summary>From the actual start to the answer.</summary>
    public LoadLatencies? ServiceTime { get; init; }

    /// <summary>What failed, the most frequent first.</summary>
    public IReadOnlyList<LoadErrorResult> Errors { get; init; } = [];
}
