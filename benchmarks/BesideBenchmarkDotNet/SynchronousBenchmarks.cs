using BenchmarkDotNet.Attributes;

namespace PerfTooling.BesideBenchmarkDotNet;

/// <summary>The synchronous workloads, as BenchmarkDotNet wants them.</summary>
public class SynchronousBenchmarks
{
    private Func<int> _code = null!;

    [ParamsSource(nameof(Names))]
    public string Workload { get; set; } = "";

    public static IEnumerable<string> Names => Benchmarks.Workload.All.Where(workload => workload.Code is not null).Select(workload => workload.Name);

    [GlobalSetup]
    public void Create() => _code = Benchmarks.Workload.All.Single(workload => workload.Name == Workload).Code!();

    [Benchmark]
    public int Run() => _code();
}
