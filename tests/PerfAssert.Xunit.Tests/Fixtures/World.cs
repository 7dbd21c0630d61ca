using System.Collections.Concurrent;

namespace Fixtures;

/// <summary>What the fixtures do to the outside, for the tests to see.</summary>
public static class World
{
    /// <summary>Lets time pass on the simulated machine.</summary>
    public static Action<double> Pass { get; set; } = _ => { };

    /// <summary>What happened, in order.</summary>
    public static ConcurrentQueue<string> Journal { get; } = new();

    public static void Note(string what) => Journal.Enqueue(what);
}
