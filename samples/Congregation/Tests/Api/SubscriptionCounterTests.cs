using System.Diagnostics.Metrics;
using Congregation.Api.Monitoring;
using Congregation.Data.Entities;
using Congregation.Data.Seeding;
using Congregation.Data.Services;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PerfBudgets;
using PerfMonitor;

namespace Congregation.Tests.Api;

public sealed class SubscriptionCounterTests(CongregationApi api) : IClassFixture<CongregationApi>
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(Seeder.Today);

    [Fact]
    public async Task Active_subscriptions_are_counted()
    {
        using var db = api.Database.CreateContext();
        var active = db.Subscriptions.Count(subscription => subscription.Status == SubscriptionStatus.Active);

        Assert.Equal((true, active), (active > 0, await CountAsync("billing.subscriptions.active")));
    }

    [Fact]
    public async Task Trials_expire_within_the_days_of_the_budgets()
    {
        EndTrialsOn(s_today.AddDays(-1), s_today, s_today.AddDays(3), s_today.AddDays(4));

        Assert.Equal(2, await CountAsync("billing.trials.expiring"));
    }

    [Fact]
    public async Task A_trial_that_ended_before_the_start_is_not_counted_as_expired()
    {
        EndTrialsOn(s_today.AddDays(-1));

        Assert.Equal(0, await CountAsync("billing.trials.expired"));
    }

    [Fact]
    public async Task A_trial_has_expired_on_the_day_after_its_last_and_counts_once()
    {
        EndTrialsOn(s_today, s_today.AddDays(1), s_today.AddDays(2));

        Assert.Equal(2, await CountAsync("billing.trials.expired", daysBetween: [0, 1, 1, 0]));
    }

    [Theory]
    [InlineData("Monitoring:Prometheus", "true", true)]
    [InlineData("Monitoring:Otlp:Endpoint", "http://127.0.0.1:9/v1/metrics", true)]
    [InlineData("Monitoring:Prometheus", "false", false)]
    public void They_are_counted_where_they_are_exported(string setting, string value, bool counted)
    {
        var services = new ServiceCollection();

        services.AddMonitoring(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build());

        Assert.Equal(counted, services.Any(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(SubscriptionCounter)));
    }

    [Fact]
    public async Task Prometheus_gets_them_from_the_start()
    {
        using var monitored = api.WithWebHostBuilder(builder => builder.UseSetting("Monitoring:Prometheus", "true"));

        Assert.Contains("billing_subscriptions_active", await Scrape.UntilAsync(monitored, "billing_trials_expiring"), StringComparison.Ordinal);
    }

    /// <summary>As many trials as there are ends, and no others.</summary>
    private void EndTrialsOn(params DateOnly[] ends)
    {
        using var db = api.Database.CreateContext();
        var trials = db.Subscriptions.Where(subscription => subscription.Status != SubscriptionStatus.Active).OrderBy(subscription => subscription.Id).ToList();
        foreach (var trial in trials)
            trial.Status = SubscriptionStatus.Ended;
        foreach (var (trial, end) in trials.Zip(ends))
            (trial.Status, trial.TrialEndsOn) = (SubscriptionStatus.Trialing, end);
        db.SaveChanges();
    }

    /// <summary>What the instrument says after a first look, and one after each of the pauses.</summary>
    private async Task<long> CountAsync(string instrument, params int[] daysBetween)
    {
        var clock = new TickingClock(Seeder.Today);
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddPerfMonitor(options => options.Budgets = new BudgetFile { Path = BudgetFile.FileName, Trials = new TrialBudget(3) })
            .AddScoped(_ => api.Database.CreateContext())
            .AddScoped<PlatformReports>()
            .AddSingleton<SubscriptionCounter>()
            .BuildServiceProvider();
        var counter = services.GetRequiredService<SubscriptionCounter>();

        await counter.CountAsync(CancellationToken.None);
        foreach (var days in daysBetween)
        {
            clock.Skip(TimeSpan.FromDays(days));
            await counter.CountAsync(CancellationToken.None);
        }

        return Value(services.GetRequiredService<IMeterFactory>(), instrument);
    }

    /// <summary>Of this test's meter alone: others measure at the same time.</summary>
    private static long Value(IMeterFactory meters, string instrument)
    {
        List<long> values = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (published, self) =>
        {
            if (published.Name == instrument && ReferenceEquals(published.Meter.Scope, meters))
                self.EnableMeasurementEvents(published);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => values.Add(value));
        listener.Start();
        listener.RecordObservableInstruments();
        return Assert.Single(values);
    }
}
