using PerfAssert.Baselines;

namespace PerfAssert.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("perfassert-").FullName;

    public string Path { get; }

    public BaselinePaths Paths => new(Path, System.IO.Path.Combine(Path, "Cart.perf.json"), System.IO.Path.Combine(Path, "Cart.perf.received.json"));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
