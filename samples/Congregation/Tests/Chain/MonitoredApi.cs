using Congregation.Data.Seeding;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Congregation.Tests.Chain;

/// <summary>The application on a socket of its own, showing its metrics to Prometheus.</summary>
internal sealed class MonitoredApi : WebApplicationFactory<Program>
{
    public const string WebhookSecret = "for-tests-only";

    private readonly SeededDatabase _database = new();

    public MonitoredApi()
    {
        UseKestrel(0);
        StartServer();
    }

    public SeededDatabase Database => _database;

    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Congregation", _database.ConnectionString);
        builder.UseSetting("Webhooks:Secret", WebhookSecret);
        builder.UseSetting("Monitoring:Prometheus", "true");
        builder.UseSetting("Delivery:Dispatch", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new TickingClock(Seeder.Today)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _database.Dispose();
    }
}
