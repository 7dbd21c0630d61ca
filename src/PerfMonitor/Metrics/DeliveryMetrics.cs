using System.Diagnostics.Metrics;

namespace PerfMonitor.Metrics;

/// <summary>What becomes of the messages an application sends. From any number of threads; never throws for a value it is given.</summary>
public sealed class DeliveryMetrics
{
    private static readonly string[] ChannelNames = ["sms", "email", "push"];

    private readonly CounterSeries[] _sent = [.. ChannelNames.Select(channel => new CounterSeries(Channel(channel)))];
    private readonly CounterSeries[] _delivered = [.. ChannelNames.Select(channel => new CounterSeries(Channel(channel), Outcome("delivered")))];
    private readonly CounterSeries[] _failed = [.. ChannelNames.Select(channel => new CounterSeries(Channel(channel), Outcome("failed")))];
    private readonly CounterSeries _smsCostMicros = new();
    private readonly Histogram<double> _latency;

    internal DeliveryMetrics(Meter meter, HistogramBuckets buckets)
    {
        _latency = meter.Histogram(MetricNames.DeliveryLatency, "s", "From a message's sending to its delivery.", buckets.Deliveries);
        meter.Totals(MetricNames.MessagesSent, "{message}", "Messages handed to a provider.", _sent);
        meter.Totals(MetricNames.Deliveries, "{message}", "Messages delivered or given up.", _delivered.Concat(_failed));
        meter.CreateObservableCounter(MetricNames.SmsCost, () => _smsCostMicros.MeasureMillionths(), "{USD}", "What text messages cost.");
    }

    /// <summary>A message was handed to its provider.</summary>
    /// <param name="channel">How it goes out.</param>
    public void Sent(MessageChannel channel) => Of(_sent, channel)?.Add();

    /// <summary>A message arrived.</summary>
    /// <param name="channel">How it went out.</param>
    /// <param name="latency">From its sending to its arrival; below zero, where two clocks disagree, counts as zero.</param>
    public void Delivered(MessageChannel channel, TimeSpan latency)
    {
        if (Of(_delivered, channel) is not { } series)
            return;
        series.Add();
        _latency.Record(Math.Max(0, latency.TotalSeconds), Channel(ChannelNames[(int)channel]));
    }

    /// <summary>A message was given up: no further attempt is made.</summary>
    /// <param name="channel">How it should have gone out.</param>
    public void Failed(MessageChannel channel) => Of(_failed, channel)?.Add();

    /// <summary>A text message was paid for.</summary>
    /// <param name="usd">US dollars, to a millionth; 0 or more, anything else is left out.</param>
    public void SmsCost(decimal usd)
    {
        if (usd is >= 0 and <= 1_000_000_000m)
            _smsCostMicros.Add((long)decimal.Round(usd * 1_000_000m));
    }

    private static CounterSeries? Of(CounterSeries[] series, MessageChannel channel) => (uint)channel < (uint)series.Length ? series[(int)channel] : null;

    private static KeyValuePair<string, object?> Channel(string channel) => new(MetricNames.Channel, channel);

    private static KeyValuePair<string, object?> Outcome(string outcome) => new(MetricNames.Outcome, outcome);
}
