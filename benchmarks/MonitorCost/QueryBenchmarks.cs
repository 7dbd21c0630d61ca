using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;

namespace PerfTooling.MonitorCost;

/// <summary>One query of one row.</summary>
[MemoryDiagnoser]
public class QueryBenchmarks
{
    // One a run: a compiled query belongs to one model.
    private readonly Func<ShopContext, int, Order?> _byId =
        EF.CompileQuery((ShopContext context, int id) => context.Orders.AsNoTracking().FirstOrDefault(order => order.Id == id));

    private WatchedShop _shop = null!;

    [ParamsAllValues]
    public Observation Observation { get; set; }

    [GlobalSetup]
    public void Open() => _shop = new WatchedShop(Observation);

    [GlobalCleanup]
    public void Close() => _shop.Dispose();

    [Benchmark]
    public Order? Query() => _byId(_shop.Context, 1);
}
