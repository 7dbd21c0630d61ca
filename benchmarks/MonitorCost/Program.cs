using BenchmarkDotNet.Running;
using PerfTooling.MonitorCost;

// What PerfMonitor adds to a fast query, beside an interceptor that does nothing; and what of it is our own code.
// Usage: dotnet run -c Release --project benchmarks/MonitorCost -- --filter '*'
BenchmarkSwitcher.FromTypes([typeof(QueryBenchmarks), typeof(OwnCodeBenchmarks)]).Run(args);
