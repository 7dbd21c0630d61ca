using System.Globalization;

namespace PerfAssert.Measuring;

/// <summary>Stops a test whose calls leave so much behind that it would take the machine's memory before it is measured.</summary>
internal sealed class HeapWatch(IInstruments instruments)
{
    private readonly long _start = instruments.HeapBytes;

    /// <summary>Looks; collects garbage only where there is reason to.</summary>
    /// <exception cref="PerfTestException">More than the limit is still in use.</exception>
    public void Look()
    {
        if (instruments.HeapBytes - _start <= instruments.HeapLimit)
            return;
        instruments.CollectGarbage();
        var left = instruments.HeapBytes - _start;
        if (left > instruments.HeapLimit)
        {
            throw new PerfTestException(string.Create(
                CultureInfo.InvariantCulture,
                $"The test was stopped: its calls had left {left / 1048576.0:#,0} MB in use that nothing could collect. A body is called many thousand times and must leave things as it found them: let it work on a list of its own, or clear what it fills (BatchCleanup)."));
        }
    }
}
