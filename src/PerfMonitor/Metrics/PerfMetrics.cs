using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PerfMonitor.Metrics;

/// <summary>
/// Times an application's own code. Names become attributes of a metric: take fixed ones, such as <c>invoices.render</c>, never one with an id in it.
/// What the code throws is recorded and thrown on unchanged.
/// </summary>
public sealed class PerfMetrics
{
    private readonly Histogram<double> _timed;
    private readonly Histogram<double> _database;

    internal PerfMetrics(Meter meter, HistogramBuckets buckets)
    {
        _timed = meter.Histogram(MetricNames.TimedDuration, "s", "Duration of what the application times itself.", buckets.Operations);
        _database = meter.Histogram(MetricNames.DbDuration, "s", DatabaseDuration, buckets.Queries);
    }

    /// <summary>The same for <see cref="DatabaseMeter"/>: a meter gives both the same instrument then.</summary>
    internal const string DatabaseDuration = "Execution of a database command.";

    /// <summary>Times what runs until the result is disposed.</summary>
    /// <param name="name">What is timed.</param>
    /// <returns>The running measurement; dispose it once.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public RunningTimer Start(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new RunningTimer(_timed, new TagList { { MetricNames.Operation, name } });
    }

    /// <summary>Times an action.</summary>
    /// <param name="name">What is timed.</param>
    /// <param name="action">The code.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public void Time(string name, Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Run(Start(name), action);
    }

    /// <summary>Times a function.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="name">What is timed.</param>
    /// <param name="function">The code.</param>
    /// <returns>What the function returns.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public T Time<T>(string name, Func<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var result = default(T)!;
        Run(Start(name), () => result = function());
        return result;
    }

    /// <summary>Times a task, from its start to its end.</summary>
    /// <param name="name">What is timed.</param>
    /// <param name="action">The code.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public async Task TimeAsync(string name, Func<Task> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        await RunAsync(Start(name), action).ConfigureAwait(false);
    }

    /// <summary>Times a task, from its start to its end.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="name">What is timed.</param>
    /// <param name="function">The code.</param>
    /// <returns>What the task returns.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public async Task<T> TimeAsync<T>(string name, Func<Task<T>> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var result = default(T)!;
        await RunAsync(Start(name), async () => result = await function().ConfigureAwait(false)).ConfigureAwait(false);
        return result;
    }

    /// <summary>Times a call to a database that does not go through EF Core, such as Dapper's, beside EF Core's commands.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="system">The database system, as OpenTelemetry names it: <c>postgresql</c>, <c>sqlite</c>, <c>microsoft.sql_server</c>.</param>
    /// <param name="collection">The table.</param>
    /// <param name="operation">SELECT, INSERT, UPDATE or DELETE.</param>
    /// <param name="function">The code.</param>
    /// <returns>What the task returns.</returns>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public async Task<T> TrackDatabaseOperation<T>(string system, string collection, string operation, Func<Task<T>> function)
    {
        ArgumentException.ThrowIfNullOrEmpty(system);
        ArgumentException.ThrowIfNullOrEmpty(collection);
        ArgumentException.ThrowIfNullOrEmpty(operation);
        ArgumentNullException.ThrowIfNull(function);
        var timer = new RunningTimer(_database, new TagList { { MetricNames.DbSystem, system }, { MetricNames.DbCollection, collection }, { MetricNames.DbOperation, operation } });
        var result = default(T)!;
        await RunAsync(timer, async () => result = await function().ConfigureAwait(false)).ConfigureAwait(false);
        return result;
    }

    private static void Run(RunningTimer timer, Action action)
    {
        using (timer)
        {
            try
            {
                action();
            }
            catch (Exception error)
            {
                timer.Fail(error);
                throw;
            }
        }
    }

    private static async Task RunAsync(RunningTimer timer, Func<Task> action)
    {
        using (timer)
        {
            try
            {
                await action().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                timer.Fail(error);
                throw;
            }
        }
    }
}
