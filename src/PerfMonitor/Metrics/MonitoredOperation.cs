using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PerfBudgets;

namespace PerfMonitor.Metrics;

/// <summary>The measurements of one operation. From any number of threads.</summary>
internal sealed class MonitoredOperation
{
    /// <summary>More kinds of error are one kind: an exception type made at run time must not become a series each.</summary>
    internal const int MostErrorTypes = 20;

    /// <summary>What OpenTelemetry calls a kind of error that has no name.</summary>
    internal const string OtherError = "_OTHER";

    // There from the beginning, so that the first failure is seen as a step from zero.
    private static readonly string[] ExpectedErrors = ["500", OtherError];

    private readonly Histogram<double> _duration;
    private readonly KeyValuePair<string, object?> _attribute;
    private readonly double _warning;
    private readonly double _critical;
    private readonly CounterSeries _slowWarning;
    private readonly CounterSeries _slowCritical;
    private readonly ConcurrentDictionary<string, CounterSeries> _errors = new(StringComparer.Ordinal);

    public MonitoredOperation(OperationBudget budget, Histogram<double> duration)
    {
        Budget = budget;
        _duration = duration;
        _attribute = new(MetricNames.Operation, budget.Name);
        Active = new CounterSeries(_attribute);
        _slowWarning = new CounterSeries(_attribute, new(MetricNames.Severity, "warning"));
        _slowCritical = new CounterSeries(_attribute, new(MetricNames.Severity, "critical"));
        var limits = JudgedBy(budget);
        _warning = limits?.Warning?.TotalSeconds ?? double.PositiveInfinity;
        _critical = limits?.Critical?.TotalSeconds ?? double.PositiveInfinity;
        foreach (var type in ExpectedErrors)
            _errors[type] = ErrorSeries(type);
    }

    public OperationBudget Budget { get; }

    public CounterSeries Active { get; }

    public IEnumerable<CounterSeries> Errors => _errors.Select(error => error.Value);

    public IEnumerable<CounterSeries> Slow => [_slowWarning, _slowCritical];

    /// <summary>Records one that has ended.</summary>
    /// <param name="duration">How long it took.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="errorType">What failed; null unless it is a failure.</param>
    public void Record(TimeSpan duration, OperationOutcome outcome, string? errorType)
    {
        var seconds = duration.TotalSeconds;
        if (outcome == OperationOutcome.Failure)
            Error(errorType ?? OtherError).Add();
        if (outcome != OperationOutcome.Aborted && seconds > _critical)
            _slowCritical.Add();
        else if (outcome != OperationOutcome.Aborted && seconds > _warning)
            _slowWarning.Add();
        _duration.Record(seconds, _attribute, new(MetricNames.Outcome, Name(outcome)));
    }

    private static string Name(OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Success => "success",
        OperationOutcome.Failure => "failure",
        OperationOutcome.Aborted => "aborted",
        _ => throw new UnreachableException(),
    };

    // One request has no percentiles: it is slow where it is over what nineteen of twenty must keep to.
    private static Limits? JudgedBy(OperationBudget budget) =>
        new[] { budget.P95, budget.P99, budget.P50 }.FirstOrDefault(limits => limits is { Warning: not null } or { Critical: not null });

    private CounterSeries Error(string type) =>
        _errors.TryGetValue(type, out var series) ? series
        : _errors.Count < MostErrorTypes ? _errors.GetOrAdd(type, ErrorSeries)
        : _errors[OtherError];

    private CounterSeries ErrorSeries(string type) => new(_attribute, new(MetricNames.ErrorType, type));
}
