using Congregation.Data;
using Congregation.Data.Entities;
using Congregation.Data.Services;
using Microsoft.EntityFrameworkCore;
using PerfBudgets;
using PerfMonitor.Metrics;

namespace Congregation.Api.Monitoring;

/// <summary>
/// Sets the numbers of subscriptions and trials for as long as the application runs: who exports them waits for no database.
/// Of a fleet each instance counts the same trials, so one may do for all.
/// </summary>
internal sealed class SubscriptionCounter(
    IServiceScopeFactory scopes, BillingMetrics metrics, BudgetFile budgets, TimeProvider time, ILogger<SubscriptionCounter> logger) : BackgroundService
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMinutes(1);

    // What expired before the application started was counted by the one that ran then, or by nobody.
    private DateOnly _counted = Today(time).AddDays(-1);

    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var today = Today(time);
        await using var scope = scopes.CreateAsyncScope();
        var reports = scope.ServiceProvider.GetRequiredService<PlatformReports>();

        // Reads the whole table: it is small, and once a minute is not worth an index that every renewal would have to keep.
        var active = await scope.ServiceProvider.GetRequiredService<CongregationDbContext>().Subscriptions
            .CountAsync(subscription => subscription.Status == SubscriptionStatus.Active, cancellationToken);
        metrics.SetActiveSubscriptions(active);
        metrics.SetExpiringTrials((await reports.TrialsEndingAsync(today, today.AddDays(budgets.Trials.ExpiringWithinDays), cancellationToken)).Count);

        // A trial's last day is part of it.
        var yesterday = today.AddDays(-1);
        if (yesterday > _counted)
        {
            metrics.TrialsExpired((await reports.TrialsEndingAsync(_counted.AddDays(1), yesterday, cancellationToken)).Count);
            _counted = yesterday;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pace);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // As in the delivery queue: the database may be back at the next tick.
                logger.LogError(error, "Subscriptions could not be counted.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
