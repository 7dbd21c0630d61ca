namespace PerfAssert.Measuring;

/// <summary>Code that needs something done around each batch of calls, outside of what is measured.</summary>
internal sealed class PreparedBody(PerfBody body, Func<long, ValueTask>? setup, Func<long, ValueTask>? cleanup) : PerfBody(body.IsAsync)
{
    public override ValueTask RunAsync(long calls) => body.RunAsync(calls);

    internal override ValueTask PrepareAsync(long calls) => setup?.Invoke(calls) ?? default;

    internal override ValueTask CleanUpAsync(long calls) => cleanup?.Invoke(calls) ?? default;
}
