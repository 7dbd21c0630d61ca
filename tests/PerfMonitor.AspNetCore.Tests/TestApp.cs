using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfBudgets;
using PerfMonitor.Metrics;

namespace PerfMonitor.AspNetCore.Tests;

/// <summary>An application on a loopback port of its own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app, LogLines log)
    {
        _app = app;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Measurements = new Measurements(app.Services.GetRequiredService<PerfMonitorMeter>());
    }

    public HttpClient Client { get; }

    public Measurements Measurements { get; }

    public LogLines Log { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestApp> StartAsync(BudgetFile budgets, Action<WebApplication> configure, Action<IServiceCollection>? services = null, string environment = "Production")
    {
        var log = new LogLines();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddPerfMonitor(options => options.Budgets = budgets);
        services?.Invoke(builder.Services);
        var app = builder.Build();
        configure(app);
        await app.StartAsync();
        return new TestApp(app, log);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Measurements.Dispose();
        await _app.DisposeAsync();
    }
}
