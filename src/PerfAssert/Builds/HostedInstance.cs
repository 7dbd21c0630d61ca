namespace PerfAssert.Builds;

/// <summary>A test that is ready to be called, with its class and fixtures, until it is disposed.</summary>
/// <param name="test">The test.</param>
/// <param name="dispose">Disposes of its class and fixtures.</param>
public sealed class HostedInstance(PerfTest test, Func<ValueTask> dispose) : IAsyncDisposable
{
    /// <summary>The test.</summary>
    public PerfTest Test { get; } = test;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => dispose();
}
