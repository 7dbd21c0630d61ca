using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfBudgets;
using PerfMonitor;

namespace PerfTooling.MonitorCost;

/// <summary>What the slow-query log says of queries that no index serves, one whose reader stays open, and a command that fails.</summary>
internal static class SlowLog
{
    public static void Print()
    {
        using var shop = new WatchedShop(Observation.PerfMonitor);
        var context = shop.Context;
        context.Orders.AddRange(Enumerable.Range(1, 40_000).Select(i => new Order { Number = $"N{i * 7919 % 40_000}" }));
        context.SaveChanges();
        context.ChangeTracker.Clear();

        var log = shop.Services.GetRequiredService<SlowQueries>();
        log.Thresholds = new QueryThresholds(null, Duration.Parse("1 ms"), Duration.Parse("50 ms"));
        for (var i = 0; i < 30; i++)
            _ = context.Orders.AsNoTracking().TagWithCallSite().OrderBy(order => order.Number).Take(20).ToList();
        _ = context.Orders.AsNoTracking().TagWithCallSite().AsEnumerable().Sum(order => order.Number.GetHashCode() % 7);
        try
        {
            context.Database.ExecuteSqlRaw("INSERT INTO Orders (Id, Number) VALUES (1, 'a value')");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // There is one: the log has it.
        }

        Console.Write(log.GetReport().ToText());
    }
}
