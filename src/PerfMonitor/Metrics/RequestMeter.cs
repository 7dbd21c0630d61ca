using System.Diagnostics.Metrics;

namespace PerfMonitor.Metrics;

/// <summary>What one request asked of the database.</summary>
internal sealed class RequestMeter
{
    private readonly Histogram<double> _commands;
    private readonly CounterSeries _repeated = new();

    public RequestMeter(Meter meter)
    {
        _commands = meter.Histogram(MetricNames.DbCommandsPerRequest, "{command}", "Database commands of one request.", HistogramBuckets.Counts);
        meter.Totals(MetricNames.DbRepeatedStatements, "{suspicion}", "Statements that one request sent again and again.", [_repeated]);
    }

    /// <summary>Records a request that has ended.</summary>
    /// <param name="commands">Commands it sent.</param>
    /// <param name="repeatedStatements">Statements among them that it repeated.</param>
    public void Record(int commands, int repeatedStatements)
    {
        _commands.Record(commands);
        if (repeatedStatements > 0)
            _repeated.Add(repeatedStatements);
    }
}
