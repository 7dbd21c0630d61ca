using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using PerfMonitor.Metrics;

namespace PerfTooling.Shared;

/// <summary>Everything that one meter measures; other tests' meters of the same name are not listened to.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measured> _all = [];
    private readonly Channel<Measured> _durations = Channel.CreateUnbounded<Measured>();

    public Measurements(PerfMonitorMeter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter.Meter))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, attributes, _) => Note(instrument, value, attributes));
        _listener.SetMeasurementEventCallback<double>((instrument, value, attributes, _) => Note(instrument, value, attributes));
        _listener.Start();
    }

    /// <summary>The next operation's duration; a request's is recorded when its response is complete, which its client may see earlier.</summary>
    /// <remarks>The minute is for a measurement that never comes: a test is to fail then, not to hang.</remarks>
    public Task<Measured> NextDurationAsync() => _durations.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    /// <summary>What was recorded in a histogram.</summary>
    public IReadOnlyList<Measured> Recorded(string instrument) => [.. _all.Where(one => one.Instrument == instrument)];

    /// <summary>What the counters and gauges say now.</summary>
    public IReadOnlyList<Measured> Now(string instrument)
    {
        _all.Clear();
        _listener.RecordObservableInstruments();
        return Recorded(instrument);
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> attributes)
    {
        var measured = new Measured(instrument.Name, value, string.Join(' ', attributes.ToArray().Select(attribute => $"{attribute.Key}={attribute.Value}")));
        _all.Enqueue(measured);
        if (instrument.Name == MetricNames.OperationDuration)
            _durations.Writer.TryWrite(measured);
    }
}
