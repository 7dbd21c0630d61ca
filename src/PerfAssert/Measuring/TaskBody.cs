namespace PerfAssert.Measuring;

/// <summary>Code that returns a task, with or without a result.</summary>
internal sealed class TaskBody(Func<Task> func) : PerfBody(isAsync: true)
{
    public override async ValueTask RunAsync(long calls)
    {
        for (var i = 0L; i < calls; i++)
            await func().ConfigureAwait(false);
    }
}
