namespace PerfAssert.Measuring;

/// <summary>
/// Tells whether asynchronous code went on on another thread than it started on. The runtime reports each thread that takes over the execution
/// context, before the code goes on there, so nothing that thread finishes can be seen without this being known.
/// </summary>
internal sealed class FlowWatch : IDisposable
{
    private static readonly AsyncLocal<FlowWatch?> Current = new(Changed);

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private volatile bool _hasLeft;

    /// <summary>Starts to watch what the calling method calls from here on.</summary>
    public FlowWatch() => Current.Value = this;

    /// <summary>True once another thread has run any of it.</summary>
    public bool HasLeft => _hasLeft;

    public void Dispose() => Current.Value = null;

    private static void Changed(AsyncLocalValueChangedArgs<FlowWatch?> change)
    {
        if (change.CurrentValue is { } watch && watch._thread != Environment.CurrentManagedThreadId)
            watch._hasLeft = true;
    }
}
