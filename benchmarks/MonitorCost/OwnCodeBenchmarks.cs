using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PerfMonitor.Observing;

namespace PerfTooling.MonitorCost;

/// <summary>Our own code on the two events of a fast query, that EF Core made before.</summary>
[MemoryDiagnoser]
public class OwnCodeBenchmarks
{
    private readonly List<EventData> _events = [];
    private WatchedShop _shop = null!;
    private QueryObserver _observer = null!;
    private EventData _executed = null!;
    private EventData _closed = null!;

    [Params(Observation.PerfMonitor, Observation.PerfMonitorWithMeter)]
    public Observation Observation { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _shop = new WatchedShop(Observation, _events.Add);
        _ = _shop.Context.Orders.First();
        _executed = _events.OfType<CommandExecutedEventData>().Last();
        _closed = _events.OfType<DataReaderDisposingEventData>().Last();
        _observer = _shop.Services.GetRequiredService<QueryObserver>();
    }

    [GlobalCleanup]
    public void Close() => _shop.Dispose();

    [Benchmark]
    public void Observe()
    {
        _observer.Observe(_executed);
        _observer.Observe(_closed);
    }
}
