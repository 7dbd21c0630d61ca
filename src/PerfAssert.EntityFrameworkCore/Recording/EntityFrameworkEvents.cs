using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PerfAssert.EntityFrameworkCore.Recording;

/// <summary>
/// Listens to EF Core's DiagnosticListener, which is one for the process, and hands each event to the recordings of the async flow it happens
/// in. An interceptor would see the same, but each context's options would have to name it. Listens only while something is recorded:
/// otherwise EF Core would build events while time is measured.
/// </summary>
internal sealed class EntityFrameworkEvents : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly EntityFrameworkEvents Instance = new();
    private static readonly AsyncLocal<SqlRecording?> Current = new();
    private static readonly HashSet<string> Wanted = new[]
    {
        RelationalEventId.CommandExecuting, RelationalEventId.CommandExecuted, RelationalEventId.CommandError, RelationalEventId.CommandCanceled,
        RelationalEventId.DataReaderClosing, RelationalEventId.ConnectionClosing,
    }.Select(id => id.Name!).ToHashSet(StringComparer.Ordinal);

    private readonly object _gate = new();
    private readonly List<SqlRecording> _recordings = [];
    private readonly Dictionary<Guid, OpenCommand> _open = [];
    private readonly List<DiagnosticListener> _listeners = [];
    private readonly List<IDisposable> _subscriptions = [];
    private bool _isWatching;

    private EntityFrameworkEvents()
    {
    }

    /// <summary>Whether EF Core was used in this process.</summary>
    public static bool IsInUse
    {
        get
        {
            lock (Instance._gate)
                return Instance._listeners.Count > 0;
        }
    }

    /// <summary>Starts to hand the events of the calling flow to a recording.</summary>
    public static void Begin(SqlRecording recording)
    {
        Instance.Add(recording);
        Current.Value = recording;
    }

    /// <summary>The recording that the calling flow is in; null where it is in none.</summary>
    public static SqlRecording? CurrentRecording => Current.Value;

    public static void End(SqlRecording recording)
    {
        if (Current.Value == recording)
            Current.Value = recording.Outer;
        Instance.Remove(recording);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener listener)
    {
        if (listener.Name != DbLoggerCategory.Name)
            return;
        lock (_gate)
        {
            _listeners.Add(listener);
            if (_recordings.Count > 0)
                Subscribe(listener);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> named)
    {
        switch (named.Value)
        {
            case CommandExecutedEventData { ExecuteMethod: DbCommandMethod.ExecuteReader } executed:
                SetReading(executed.CommandId);
                break;
            case CommandExecutedEventData executed:
                Finish(executed.CommandId, _ => executed is { ExecuteMethod: DbCommandMethod.ExecuteScalar, Result: not null } ? 1L : 0);
                break;
            case CommandEndEventData failed:
                Finish(failed.CommandId, _ => 0);
                break;
            case CommandEventData executing when named.Key == RelationalEventId.CommandExecuting.Name:
                Add(executing);
                break;
            case DataReaderClosingEventData closing:
                Finish(closing.CommandId, source => Rows(closing, source));
                break;
            case ConnectionEventData closing when named.Key == RelationalEventId.ConnectionClosing.Name:
                foreach (var recording in Recordings())
                    recording.ConnectionClosing?.Invoke(closing.Connection);
                break;
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Add(SqlRecording recording)
    {
        bool watch;
        lock (_gate)
        {
            watch = !_isWatching;
            _isWatching = true;
            _recordings.Add(recording);
            if (_recordings.Count == 1)
                _listeners.ForEach(Subscribe);
        }

        // Calls OnNext for the listeners that are there, and once for each that EF Core creates later.
        if (watch)
            DiagnosticListener.AllListeners.Subscribe(this);
    }

    private void Remove(SqlRecording recording)
    {
        lock (_gate)
        {
            _recordings.Remove(recording);
            if (_recordings.Count > 0)
                return;
            _subscriptions.ForEach(subscription => subscription.Dispose());
            _subscriptions.Clear();
            _open.Clear();
        }
    }

    private void Subscribe(DiagnosticListener listener) => _subscriptions.Add(listener.Subscribe(this, Wanted.Contains));

    /// <summary>The recordings that the flow stands in and that are not over, innermost first.</summary>
    private List<SqlRecording> Recordings()
    {
        var recordings = new List<SqlRecording>();
        for (var recording = Current.Value; recording is not null; recording = recording.Outer)
            recordings.Add(recording);
        lock (_gate)
            return recordings.FindAll(_recordings.Contains);
    }

    private void Add(CommandEventData executing)
    {
        var recordings = Recordings();
        var command = recordings.Count == 0 ? null : new RecordedCommand(executing.Command, executing.CommandSource, executing.Context?.Model);
        lock (_gate)
            _open[executing.CommandId] = new OpenCommand(command, executing.CommandSource);
        if (command is null)
            AddOutside(1, 0);
        else
            recordings.ForEach(recording => recording.Add(command));
    }

    private void SetReading(Guid id)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(id, out var open) && open.Command is { } command)
                command.IsReading = true;
        }
    }

    /// <summary>By the command and not by the flow: whoever reads to the end may be in another.</summary>
    private void Finish(Guid id, Func<CommandSource, long?> rows)
    {
        OpenCommand? open;
        lock (_gate)
        {
            if (!_open.Remove(id, out open))
                return;
        }

        var read = rows(open.Source);
        if (open.Command is { } command)
        {
            command.IsReading = false;
            command.Rows = read ?? 0;
            command.HasUnknownRows = read is null;
        }
        else
        {
            AddOutside(0, read ?? 0);
        }
    }

    private void AddOutside(long commands, long rows)
    {
        lock (_gate)
            _recordings.ForEach(recording => recording.AddOutside(commands, rows));
    }

    /// <summary>
    /// EF Core counts how often it asked for a row, and the last time there may have been none. Whether there was, the reader knows while it
    /// is still open. Saving changes asks for the rows it knows of, and never for one more.
    /// </summary>
    private static long? Rows(DataReaderClosingEventData closing, CommandSource source)
    {
        if (closing.ReadCount == 0)
            return HasRows(closing.DataReader) ? UncountedRows.Of(closing.DataReader, closing.Command) : 0;
        return source == CommandSource.SaveChanges || StandsOnRow(closing.DataReader) ? closing.ReadCount : closing.ReadCount - 1;
    }

    private static bool HasRows(DbDataReader reader)
    {
        try
        {
            return !reader.IsClosed && reader.HasRows;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private static bool StandsOnRow(DbDataReader reader)
    {
        try
        {
            if (reader.IsClosed || reader.FieldCount == 0)
                return false;
            _ = reader.IsDBNull(0);
            return true;
        }
        catch (Exception)
        {
            // Providers differ in what they throw; none lets a value be read where there is no row.
            return false;
        }
    }
}
