namespace PerfTooling.Benchmarks;

/// <summary>A thread for each processor that computes until it is disposed of.</summary>
internal sealed class ProcessorLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _threads;

    public ProcessorLoad(bool isOn) =>
        _threads = [.. Enumerable.Range(0, isOn ? Environment.ProcessorCount : 0).Select(_ => Task.Factory.StartNew(Spin, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_threads);
        _stop.Dispose();
    }

    private void Spin()
    {
        var numbers = new int[100_000];
        while (!_stop.IsCancellationRequested)
        {
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] += i ^ numbers[(i * 7919) % numbers.Length];
        }
    }
}
