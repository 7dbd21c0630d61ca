using System.Diagnostics.Metrics;
using PerfBudgets;

namespace PerfMonitor.Metrics;

/// <summary>The meter and everything on it. One of a container: all instruments are there as soon as one of them is needed.</summary>
internal sealed class PerfMonitorMeter
{
    public PerfMonitorMeter(IMeterFactory factory, BudgetFile budgets)
    {
        // The factory owns the meter and disposes it.
        Meter = factory.Create(new MeterOptions(MetricNames.Meter));
        Buckets = HistogramBuckets.For(budgets);
        Operations = new OperationMeter(Meter, Buckets, budgets);
        Requests = new RequestMeter(Meter);
        Timed = new PerfMetrics(Meter, Buckets);
        Deliveries = new DeliveryMetrics(Meter, Buckets);
        Billing = new BillingMetrics(Meter);
    }

    public Meter Meter { get; }

    public HistogramBuckets Buckets { get; }

    public OperationMeter Operations { get; }

    public RequestMeter Requests { get; }

    public PerfMetrics Timed { get; }

    public DeliveryMetrics Deliveries { get; }

    public BillingMetrics Billing { get; }
}
