using System.Data.Common;
using PerfAssert.EntityFrameworkCore.Recording;

namespace PerfAssert.EntityFrameworkCore;

/// <summary>
/// Records the SQL that EF Core sends in the async flow that started it, whatever the provider and without wiring anything up:
/// <c>using var sql = SqlRecording.Start();</c>. What other flows send meanwhile is not recorded, and commands that are not EF Core's are not seen.
/// </summary>
/// <remarks>
/// A context that sent commands within the last second before the recording began goes unrecorded until that second is over: EF Core
/// remembers for so long that nobody listened. <see cref="SureAfter"/> tells whether there can be one. Create the context inside the recording.
/// </remarks>
public sealed class SqlRecording : IDisposable
{
    /// <summary>EF Core's default LoggingCacheTime of 1 s, and a little.</summary>
    private static readonly TimeSpan Forgetting = TimeSpan.FromMilliseconds(1_050);

    private readonly object _gate = new();
    private readonly List<RecordedCommand> _commands = [];
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private readonly bool _hasOlderContexts;

    private SqlRecording(Action<DbConnection>? connectionClosing)
    {
        ConnectionClosing = connectionClosing;
        Outer = EntityFrameworkEvents.CurrentRecording;
        EntityFrameworkEvents.Begin(this);
        _hasOlderContexts = EntityFrameworkEvents.IsInUse && LiveContexts.Count() is not 0;
    }

    /// <summary>The commands sent so far, in order.</summary>
    public IReadOnlyList<RecordedCommand> Commands
    {
        get
        {
            lock (_gate)
                return [.. _commands];
        }
    }

    /// <summary>Rows read so far.</summary>
    public long Rows => Commands.Sum(command => command.Rows);

    /// <summary>The distinct statements, the one sent most often first.</summary>
    public IReadOnlyList<RepeatedStatement> Statements =>
    [
        .. Commands.GroupBy(command => command.Statement, StringComparer.Ordinal)
            .Select(group => new RepeatedStatement(group.Key, group.Count(), group.Sum(command => command.Rows)))
            .OrderByDescending(statement => statement.Times),
    ];

    /// <summary>
    /// Set where a context that is older than the recording may have sent what went unrecorded: after that long a pause without commands,
    /// which may be none, another recording sees all. Null where there was no such context.
    /// </summary>
    /// <remarks>With EF Core 8, which does not tell its live contexts, it is set wherever EF Core was used before.</remarks>
    public TimeSpan? SureAfter
    {
        get
        {
            var left = Forgetting - TimeProvider.System.GetElapsedTime(_started);
            return !_hasOlderContexts ? null : left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The recording that this one stands inside; it records the same.</summary>
    internal SqlRecording? Outer { get; }

    /// <summary>Commands that other async flows sent meanwhile, and the rows they read.</summary>
    internal (long Commands, long Rows) Outside { get; private set; }

    /// <summary>Called with a connection that EF Core is about to close, no reader on it being open: the last moment to ask it something.</summary>
    internal Action<DbConnection>? ConnectionClosing { get; }

    /// <summary>Starts to record what the calling async flow sends from here on.</summary>
    /// <returns>The recording. Dispose it to end it; what was recorded stays.</returns>
    public static SqlRecording Start() => new(null);

    /// <inheritdoc/>
    public void Dispose() => EntityFrameworkEvents.End(this);

    internal static SqlRecording Start(Action<DbConnection>? connectionClosing) => new(connectionClosing);

    internal void Add(RecordedCommand command)
    {
        lock (_gate)
            _commands.Add(command);
    }

    internal void AddOutside(long commands, long rows)
    {
        lock (_gate)
            Outside = (Outside.Commands + commands, Outside.Rows + rows);
    }
}
