using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfBudgets;

namespace PerfMonitor.Tests;

/// <summary>A container with PerfMonitor, and a SQLite database of its own whose context is watched.</summary>
internal sealed class WatchedDatabase : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ServiceProvider _services;

    /// <param name="warning">From when on a command is slow; everything is from a nanosecond on.</param>
    public WatchedDatabase(string warning = "1 ns", Action<DbContextOptionsBuilder>? options = null)
    {
        _connection.Open();
        var budgets = new BudgetFile { Path = "perf-budgets.json", Queries = new QueryThresholds(null, Duration.Parse(warning), Duration.Parse("1000 s")) };
        _services = new ServiceCollection()
            .AddPerfMonitor(monitor => monitor.Budgets = budgets)
            .AddLogging(logging => logging.AddProvider(Log))
            .AddDbContext<ShopContext>(
                context =>
                {
                    context.UseSqlite(_connection).UsePerfMonitor();
                    options?.Invoke(context);
                },
                ServiceLifetime.Transient)
            .BuildServiceProvider();
        using var context = CreateContext();
        context.Database.EnsureCreated();
        context.Orders.Add(new Order { Id = 1, Customer = "Ada" });
        context.SaveChanges();
        Before = Queries.GetReport().Logged;
    }

    public RecordingLog Log { get; } = new();

    public SlowQueries Queries => _services.GetRequiredService<SlowQueries>();

    /// <summary>What making the database had logged.</summary>
    public long Before { get; }

    public SlowQueryEntry Newest => Queries.GetReport().Entries[0];

    public ShopContext CreateContext() => _services.GetRequiredService<ShopContext>();

    public void Dispose()
    {
        _services.Dispose();
        _connection.Dispose();
    }
}
