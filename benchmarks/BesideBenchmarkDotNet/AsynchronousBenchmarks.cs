using BenchmarkDotNet.Attributes;

namespace PerfTooling.BesideBenchmarkDotNet;

/// <summary>The asynchronous workload, as BenchmarkDotNet wants it.</summary>
public class AsynchronousBenchmarks
{
    private const int CallsAwaited = 1_000;

    private Func<Task> _code = null!;

    [ParamsSource(nameof(Names))]
    public string Workload { get; set; } = "";

    public static IEnumerable<string> Names => Benchmarks.Workload.All.Where(workload => workload.AsyncCode is not null).Select(workload => workload.Name);

    [GlobalSetup]
    public void Create() => _code = Benchmarks.Workload.All.Single(workload => workload.Name == Workload).AsyncCode!();

    /// <summary>Awaits, as PerfAssert does: BenchmarkDotNet blocks on the task of each invocation, which costs about 2 µs of its own.</summary>
    [Benchmark(OperationsPerInvoke = CallsAwaited)]
    public async Task Run()
    {
        for (var i = 0; i < CallsAwaited; i++)
            await _code();
    }
}
