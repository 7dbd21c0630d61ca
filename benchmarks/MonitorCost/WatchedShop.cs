using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfMonitor;

namespace PerfTooling.MonitorCost;

/// <summary>A SQLite database in memory with one row, and a context that is watched as asked.</summary>
internal sealed class WatchedShop : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ServiceProvider _services = new ServiceCollection().AddPerfMonitor().BuildServiceProvider();
    private readonly MeterListener _listener = new();

    public WatchedShop(Observation observation, Action<EventData>? events = null)
    {
        _connection.Open();
        if (observation == Observation.PerfMonitorWithMeter)
        {
            _listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "PerfMonitor")
                    self.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((_, _, _, _) => { });
            _listener.SetMeasurementEventCallback<long>((_, _, _, _) => { });
            _listener.Start();
        }

        var options = new DbContextOptionsBuilder().UseSqlite(_connection);
        if (observation is Observation.PerfMonitor or Observation.PerfMonitorWithMeter)
            options.UsePerfMonitor(_services);
        if (observation == Observation.Interceptor)
            options.AddInterceptors(new Idle());
        if (events is not null)
            options.LogTo((_, level) => level >= LogLevel.Debug, events);
        Context = new ShopContext(options.Options);
        Context.Database.EnsureCreated();
        Context.Orders.Add(new Order { Number = "A 1" });
        Context.SaveChanges();
        Context.ChangeTracker.Clear();
    }

    public IServiceProvider Services => _services;

    public ShopContext Context { get; }

    public void Dispose()
    {
        Context.Dispose();
        _listener.Dispose();
        _services.Dispose();
        _connection.Dispose();
    }

    private sealed class Idle : DbCommandInterceptor;
}
