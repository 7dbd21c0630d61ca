using BenchmarkDotNet.Attributes;

namespace PerfTooling.BesideBenchmarkDotNet;

/// <summary>The asynchronous workload, as BenchmarkDotNet wants it.</summary>
public class AsynchronousBenchmarks
{
    private Func<Task> _code = null!;

    [ParamsSource(nameof(Names))]
    public string Workload { get; set; } = "";

    public static IEnumerable<string> Names => Benchmarks.Workload.All.Where(workload => workload.AsyncCode is not null).Select(workload => workload.Name);

    [GlobalSetup]
    public void Create() => _code = Benchmarks.Workload.All.Single(workload => workload.Name == Workload).AsyncCode!();

    [Benchmark]
    public Task Run() => _code();
}
