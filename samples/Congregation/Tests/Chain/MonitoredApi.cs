using Congregation.Data;
using Congregation.Data.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Congregation.Tests.Chain;

/// <summary>The application in a process of its own, over a small seeded database, showing its metrics to Prometheus. Other tests' meters are of the same name, and in one process all of them would be exported.</summary>
internal sealed class MonitoredApi : IDisposable
{
    public const string WebhookSecret = "for-tests-only";

    private readonly DatabaseProvider _provider;
    private readonly string _connectionString;

    public MonitoredApi(DatabaseProvider provider, string connectionString)
    {
        (_provider, _connectionString) = (provider, connectionString);
        using (var db = CreateContext())
        {
            db.Database.Migrate();
            new Seeder(db).Seed(SeedPlan.Small);
        }

        Address = new Uri($"http://127.0.0.1:{Receivers.FreePort()}");
        Process = new ChildProcess(
            "dotnet", AppContext.BaseDirectory, "Congregation.Api.dll",
            $"--urls={Address}",
            $"--Database:Provider={provider}",
            $"--ConnectionStrings:Congregation={connectionString}",
            $"--Webhooks:Secret={WebhookSecret}",
            "--Monitoring:Prometheus=true",
            "--Delivery:Dispatch=false");
    }

    public Uri Address { get; }

    public ChildProcess Process { get; }

    public CongregationDbContext CreateContext()
    {
        var options = new DbContextOptionsBuilder<CongregationDbContext>();
        options.UseCongregationDatabase(_provider, _connectionString);
        return new CongregationDbContext(options.Options);
    }

    public void Dispose()
    {
        Process.Dispose();
        using var db = CreateContext();
        db.Database.EnsureDeleted();
    }
}
