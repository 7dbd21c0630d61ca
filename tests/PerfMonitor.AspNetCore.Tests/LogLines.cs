using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PerfMonitor.AspNetCore.Tests;

/// <summary>A log that a test reads.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IEnumerable<string> Ours => _lines.Where(line => line.StartsWith("/api/debug", StringComparison.Ordinal) || line.Contains("N+1", StringComparison.Ordinal) || line.Contains("route template", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(formatter(state, exception));

    public void Dispose()
    {
    }
}
