namespace PerfAssert.Runs;

/// <summary>Nobody else measures here: a simulated machine.</summary>
internal sealed class NoMachineLock : IMachineLock
{
    public string? Owner => null;

    public IDisposable TryEnter(string owner) => new MemoryStream();
}
