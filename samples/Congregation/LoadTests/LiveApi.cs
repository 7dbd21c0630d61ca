using Congregation.Data;
using Congregation.Data.Seeding;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Congregation.LoadTests;

/// <summary>
/// The application on a socket of its own, over a fully seeded database: what a load test asks goes through Kestrel and the network's loopback,
/// as it would in production, and comes back to the same process.
/// </summary>
public abstract class LiveApi : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DatabaseProvider _provider;
    private readonly string? _connectionString;

    /// <param name="provider">The database's kind.</param>
    /// <param name="connectionString">A database that does not exist yet; null where there is no server, and all tests are skipped: then nothing is started.</param>
    protected LiveApi(DatabaseProvider provider, string? connectionString)
    {
        (_provider, _connectionString) = (provider, connectionString);
        UseKestrel(0);
    }

    /// <summary>Sends over the network; follows no redirects and keeps no cookies, as k6 doesn't.</summary>
    public HttpClient Client { get; private set; } = null!;

    public Task InitializeAsync()
    {
        if (_connectionString is null)
            return Task.CompletedTask;

        // Scenarios take passwords from the environment; this one is everybody's.
        Environment.SetEnvironmentVariable("CONGREGATION_PASSWORD", DemoAccount.Password);
        using (var db = Open())
        {
            db.Database.Migrate();
            new Seeder(db).Seed(SeedPlan.Full);
        }

        StartServer();
        var address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_connectionString is null)
            return;
        Client.Dispose();
        await DisposeAsync();
        using var db = Open();
        db.Database.EnsureDeleted();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Provider", _provider.ToString());
        builder.UseSetting("ConnectionStrings:Congregation", _connectionString);
        builder.UseSetting("Delivery:Dispatch", "false");
        // A line for each slow query would be load of its own.
        builder.UseSetting("Logging:LogLevel:Default", "Error");
    }

    private CongregationDbContext Open()
    {
        var options = new DbContextOptionsBuilder<CongregationDbContext>();
        options.UseCongregationDatabase(_provider, _connectionString!);
        return new CongregationDbContext(options.Options);
    }
}
