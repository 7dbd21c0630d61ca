namespace PerfAssert.Loads;

/// <summary>What keeps a run's requests coming. All times are the clock's nanoseconds.</summary>
internal interface IOffer
{
    /// <summary>Arrivals that count and were due so far, sent or not.</summary>
    long Offered { get; }

    /// <summary>Arrivals a second, or users, asked for at a moment.</summary>
    double TargetAt(long now);

    /// <summary>Sends what is due. Returns when the next is, or null when nothing will be any more.</summary>
    long? Send(long now);

    /// <summary>A request's code has returned.</summary>
    void Ended(LoadRequest request, long now);

    /// <summary>Nothing more is to be sent.</summary>
    void Stop();
}
