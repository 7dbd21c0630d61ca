using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PerfTooling.LoadStudy;

/// <summary>What is under load: a server in the same process, as in a test that hosts its application.</summary>
internal sealed class LiveSystem : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _database = Path.Combine(Path.GetTempPath(), $"load-study-{Guid.NewGuid():n}.db");

    private LiveSystem(int times)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContextPool<OrdersContext>(options => options.UseSqlite($"Data Source={_database}"));
        _app = builder.Build();
        _app.MapGet("/hash", () =>
        {
            var hash = new byte[32];
            for (var i = 0; i < times * 400; i++)
                SHA256.HashData(hash, hash);
            return Convert.ToHexString(hash);
        });
        _app.MapGet("/orders", async (OrdersContext db) =>
        {
            var sum = 0;
            for (var i = 0; i < times; i++)
                sum += (await db.Orders.AsNoTracking().Where(order => order.Customer == i).ToListAsync()).Sum(order => order.Amount);
            return sum;
        });
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<LiveSystem> StartAsync(int times)
    {
        var system = new LiveSystem(times);
        await using (var scope = system._app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OrdersContext>();
            await db.Database.EnsureCreatedAsync();
            db.Orders.AddRange(Enumerable.Range(0, 2_000).Select(i => new Order { Customer = i % 100, Amount = i }));
            await db.SaveChangesAsync();
        }

        await system._app.StartAsync();
        return system;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(_database);
    }
}
