namespace Congregation.Tests;

/// <summary>Moves on by a millisecond each time it is read, so that nothing happens at the same time.</summary>
public sealed class TickingClock(DateTime start) : TimeProvider
{
    private long _reads;
    private long _skippedTicks;

    public void Skip(TimeSpan time) => Interlocked.Add(ref _skippedTicks, time.Ticks);

    public override DateTimeOffset GetUtcNow() => start.AddMilliseconds(Interlocked.Increment(ref _reads)).AddTicks(Interlocked.Read(ref _skippedTicks));
}
