using Congregation.Data;
using Congregation.Data.Entities;
using Congregation.Data.Services;
using Microsoft.EntityFrameworkCore;
using PerfBudgets;
using PerfMonitor.Metrics;

namespace Congregation.Api.Monitoring;

/// <summary>Counts subscriptions and trials once a minute, so that an exporter never waits for the database.</summary>
internal sealed class SubscriptionGauges(IServiceScopeFactory scopes, BillingMetrics metrics, BudgetFile budgets, TimeProvider clock, ILogger<SubscriptionGauges> logger) : BackgroundService
{
    private static readonly TimeSpan s_pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lastDay = Today();
        using var timer = new PeriodicTimer(s_pace);
        do
        {
            try
            {
                lastDay = await CountAsync(lastDay, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The next minute may go better, and the last count stands until then.
                logger.LogWarning(e, "Subscriptions could not be counted");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<DateOnly> CountAsync(DateOnly lastDay, CancellationToken cancellationToken)
    {
        var today = Today();
        using var scope = scopes.CreateScope();
        var reports = scope.ServiceProvider.GetRequiredService<PlatformReports>();
        // A scan of a small table, once a minute.
        metrics.SetActiveSubscriptions(await scope.ServiceProvider.GetRequiredService<CongregationDbContext>().Subscriptions.CountAsync(
            subscription => subscription.Status == SubscriptionStatus.Active, cancellationToken));
        metrics.SetExpiringTrials((await reports.TrialsEndingAsync(today, today.AddDays(budgets.Trials.ExpiringWithinDays), cancellationToken)).Count);

        // A trial whose last day is over and that is one still has no subscription.
        if (today > lastDay)
            metrics.TrialsExpired((await reports.TrialsEndingAsync(lastDay, today.AddDays(-1), cancellationToken)).Count);
        return today;
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
