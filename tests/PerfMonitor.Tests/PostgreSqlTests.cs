using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PerfBudgets;
using PerfMonitor.Metrics;

namespace PerfMonitor.Tests;

public sealed class PostgreSqlTests
{
    [PostgreSqlFact]
    public void A_slow_query_on_PostgreSQL_is_logged_with_its_entity()
    {
        using var server = PostgreSqlServer.Start();
        using var services = Services(server);
        Query(services);
        var entry = services.GetRequiredService<SlowQueries>().GetReport().Entries.First(entry => entry.Kind == SlowQueryKind.SlowExecution);
        Assert.Equal(("Order", QueryAction.Select), (entry.Entity, entry.Action));
    }

    [PostgreSqlFact]
    public void A_duration_on_PostgreSQL_is_not_measured_beside_Npgsql_s_own()
    {
        using var server = PostgreSqlServer.Start();
        using var services = Services(server);
        var meter = services.GetRequiredService<PerfMonitorMeter>();
        var seen = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == MetricNames.DbDuration && (ReferenceEquals(instrument.Meter, meter.Meter) || instrument.Meter.Name == "Npgsql"))
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) =>
        {
            lock (seen)
                seen.Add(instrument.Meter.Name);
        });
        listener.Start();

        Query(services);

        Assert.Equal(["Npgsql"], seen.Distinct());
    }

    private static ServiceProvider Services(PostgreSqlServer server)
    {
        var budgets = new BudgetFile { Path = BudgetFile.FileName, Queries = new QueryThresholds(null, Duration.Parse("1 ns"), Duration.Parse("1000 s")) };
        return new ServiceCollection()
            .AddPerfMonitor(monitor => monitor.Budgets = budgets)
            .AddDbContext<ShopContext>(context => context.UseNpgsql(server.ConnectionString).UsePerfMonitor(), ServiceLifetime.Transient)
            .BuildServiceProvider();
    }

    private static void Query(ServiceProvider services)
    {
        using var context = services.GetRequiredService<ShopContext>();
        context.Database.EnsureCreated();
        _ = context.Orders.ToList();
    }
}
