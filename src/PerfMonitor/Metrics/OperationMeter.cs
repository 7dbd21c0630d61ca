using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using PerfBudgets;

namespace PerfMonitor.Metrics;

/// <summary>What is measured of the operations in perf-budgets.json.</summary>
internal sealed class OperationMeter
{
    private readonly FrozenDictionary<string, MonitoredOperation> _operations;

    public OperationMeter(Meter meter, HistogramBuckets buckets, BudgetFile budgets)
    {
        var duration = meter.Histogram(MetricNames.OperationDuration, "s", "Duration of an operation, from its request's arrival to the end of its response.", buckets.Operations);
        _operations = budgets.Operations.Values.ToFrozenDictionary(budget => budget.Name, budget => new MonitoredOperation(budget, duration), StringComparer.Ordinal);
        meter.CreateObservableUpDownCounter(MetricNames.OperationActive, () => All.Select(operation => operation.Active.Measure()), "{operation}", "Operations that are running.");
        meter.Totals(MetricNames.OperationErrors, "{error}", "Operations that failed.", All.SelectMany(operation => operation.Errors));
        meter.Totals(MetricNames.OperationSlow, "{operation}", "Operations over a limit of their budget.", All.SelectMany(operation => operation.Slow));
    }

    private IEnumerable<MonitoredOperation> All => _operations.Values;

    /// <summary>The operation of that name; there is one for each in the file the meter was made from.</summary>
    public MonitoredOperation Get(string name) => _operations[name];
}
