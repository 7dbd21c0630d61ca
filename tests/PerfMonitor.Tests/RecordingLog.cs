using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PerfMonitor.Tests;

/// <summary>Keeps the log lines of PerfMonitor.</summary>
internal sealed class RecordingLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, EventId Event, string Line)> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => categoryName == "PerfMonitor.SlowQueries" ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, eventId, formatter(state, exception) + exception));

    public void Dispose()
    {
    }
}
