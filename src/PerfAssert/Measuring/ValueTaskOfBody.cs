namespace PerfAssert.Measuring;

/// <summary>Code that returns a <see cref="ValueTask{TResult}"/>. Each is awaited, once; the result is kept.</summary>
internal sealed class ValueTaskOfBody<T>(Func<ValueTask<T>> func) : PerfBody(isAsync: true)
{
    /// <summary>The last result.</summary>
    public T? Kept { get; private set; }

    public override async ValueTask RunAsync(long calls)
    {
        for (var i = 0L; i < calls; i++)
            Kept = await func().ConfigureAwait(false);
    }
}
