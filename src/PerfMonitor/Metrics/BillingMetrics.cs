using System.Diagnostics.Metrics;

namespace PerfMonitor.Metrics;

/// <summary>What becomes of an application's subscriptions and payments. From any number of threads; never throws for a value it is given.</summary>
public sealed class BillingMetrics
{
    private const long Unknown = -1;

    private readonly CounterSeries _succeeded = new(new KeyValuePair<string, object?>(MetricNames.Outcome, "succeeded"));
    private readonly CounterSeries _failed = new(new KeyValuePair<string, object?>(MetricNames.Outcome, "failed"));
    private readonly CounterSeries _trialsExpired = new();
    private long _active = Unknown;
    private long _expiring = Unknown;

    internal BillingMetrics(Meter meter)
    {
        meter.Totals(MetricNames.Payments, "{payment}", "Payments that came through or failed.", [_succeeded, _failed]);
        meter.Totals(MetricNames.TrialsExpired, "{trial}", "Trials that ended without a subscription.", [_trialsExpired]);
        meter.CreateObservableGauge(MetricNames.ActiveSubscriptions, () => Known(ref _active), "{subscription}", "Subscriptions that are active.");
        meter.CreateObservableGauge(MetricNames.TrialsExpiring, () => Known(ref _expiring), "{trial}", "Trials that end within the days that perf-budgets.json names.");
    }

    /// <summary>A payment came through.</summary>
    public void PaymentSucceeded() => _succeeded.Add();

    /// <summary>A payment was refused or failed.</summary>
    public void PaymentFailed() => _failed.Add();

    /// <summary>Trials ended without a subscription.</summary>
    /// <param name="trials">How many; less than 1 is left out.</param>
    public void TrialsExpired(int trials)
    {
        if (trials > 0)
            _trialsExpired.Add(trials);
    }

    /// <summary>
    /// How many subscriptions are active now. Counting is the application's, at its own pace: an exporter that looks in between gets the last count
    /// and waits for no database. Before the first call there is no measurement.
    /// </summary>
    /// <param name="subscriptions">Their number, 0 or more; anything else is left out.</param>
    public void SetActiveSubscriptions(long subscriptions) => Set(ref _active, subscriptions);

    /// <summary>How many trials end within the days that perf-budgets.json names (<c>trials.expiringWithinDays</c>), as <see cref="SetActiveSubscriptions"/>.</summary>
    /// <param name="trials">Their number, 0 or more; anything else is left out.</param>
    public void SetExpiringTrials(long trials) => Set(ref _expiring, trials);

    private static void Set(ref long gauge, long value)
    {
        if (value >= 0)
            Interlocked.Exchange(ref gauge, value);
    }

    private static IEnumerable<Measurement<long>> Known(ref long gauge)
    {
        var value = Interlocked.Read(ref gauge);
        return value == Unknown ? [] : [new Measurement<long>(value)];
    }
}
