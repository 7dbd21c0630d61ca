namespace PerfAssert.Loads;

internal enum RequestState
{
    /// <summary>Sent, or waiting for a thread.</summary>
    OnItsWay,

    /// <summary>Out of time and counted so, but its code has not returned yet.</summary>
    GivenUp,

    /// <summary>Nothing more is expected of it.</summary>
    Ended,
}
