using BenchmarkDotNet.Running;
using PerfTooling.MonitorCost;

// What PerfMonitor adds to a fast query, beside an interceptor that does nothing; and what of it is our own code.
// Usage: dotnet run -c Release --project benchmarks/MonitorCost -- --filter '*'
//        dotnet run -c Release --project benchmarks/MonitorCost -- log             prints the log of a few slow queries, as docs/monitoring.md shows it
if (args is ["log"])
{
    SlowLog.Print();
    return;
}

BenchmarkSwitcher.FromTypes([typeof(QueryBenchmarks), typeof(OwnCodeBenchmarks)]).Run(args);
