using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PerfMonitor.Metrics;

/// <summary>A measurement that runs until it is disposed. Of one thread at a time.</summary>
public sealed class RunningTimer : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Histogram<double> _duration;
    private TagList _attributes;
    private bool _ended;

    internal RunningTimer(Histogram<double> duration, TagList attributes)
    {
        _duration = duration;
        _attributes = attributes;
    }

    /// <summary>Notes that what is timed failed. The first error counts.</summary>
    /// <param name="error">What went wrong: its type becomes <c>error.type</c>, its message is recorded nowhere.</param>
    public void Fail(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (_attributes.All(attribute => attribute.Key != MetricNames.ErrorType))
            _attributes.Add(MetricNames.ErrorType, error is OperationCanceledException ? "cancelled" : error.GetType().FullName);
    }

    /// <summary>Ends the measurement; a second call does nothing.</summary>
    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        _duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, _attributes);
    }
}
