using System.Runtime.CompilerServices;
using PerfMonitor.Statements;

namespace PerfMonitor.Requests;

/// <summary>Counts the commands of an async flow, from <see cref="Begin"/> until it is disposed of.</summary>
internal sealed class RequestScope : IDisposable
{
    /// <summary>From so many times on a statement counts as repeated: fewer are often meant.</summary>
    public const int RepeatedFrom = 10;

    // Beyond it commands are still counted, but not told apart.
    private const int MostTexts = 256;

    private static readonly AsyncLocal<RequestScope?> Flow = new();

    private readonly RequestScope? _outer = Flow.Value;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _texts = new(ByReference.Instance);
    private int _commands;
    private bool _isOver;

    private RequestScope()
    {
    }

    /// <summary>The calling flow's innermost scope; null where it is in none.</summary>
    public static RequestScope? Current => Flow.Value;

    /// <summary>What was counted so far.</summary>
    public RequestCommands Commands
    {
        get
        {
            lock (_gate)
                return new RequestCommands(_commands, _commands < RepeatedFrom ? [] : Repeated());
        }
    }

    public static RequestScope Begin() => Flow.Value = new RequestScope();

    /// <summary>Counts a command. EF Core hands out the same string for the same cached query, so that no text need be compared here.</summary>
    public void Add(string sql)
    {
        lock (_gate)
        {
            // Work that goes on in the background after the request took this flow along.
            if (_isOver)
                return;
            _commands++;
            if (_texts.TryGetValue(sql, out var times) || _texts.Count < MostTexts)
                _texts[sql] = times + 1;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _texts.Clear();
        }

        if (Flow.Value == this)
            Flow.Value = _outer;
    }

    private List<RepeatedStatement> Repeated() =>
    [
        .. _texts.GroupBy(text => StatementInfo.Read(text.Key).Fingerprint, StringComparer.Ordinal)
            .Select(group => new RepeatedStatement(group.Key, group.Sum(text => text.Value)))
            .Where(statement => statement.Count >= RepeatedFrom)
            .OrderByDescending(statement => statement.Count),
    ];

    private sealed class ByReference : IEqualityComparer<string>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(string? x, string? y) => ReferenceEquals(x, y);

        public int GetHashCode(string text) => RuntimeHelpers.GetHashCode(text);
    }
}
