namespace PerfAssert.Measuring;

/// <summary>Code that returns a <see cref="ValueTask"/>. Each is awaited, once.</summary>
internal sealed class ValueTaskBody(Func<ValueTask> func) : PerfBody(isAsync: true)
{
    public override async ValueTask RunAsync(long calls)
    {
        for (var i = 0L; i < calls; i++)
            await func().ConfigureAwait(false);
    }
}
