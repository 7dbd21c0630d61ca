using System.Data.Common;
using System.Diagnostics;
using PerfTool.Cli;

namespace PerfTool.Indexes.Measuring;

/// <summary>A database to try indexes on, which nobody will miss afterwards: a copy, or a transaction that is rolled back.</summary>
/// <param name="timeout">How long a statement may take.</param>
internal abstract class TrialDatabase(TimeSpan timeout) : IAsyncDisposable
{
    /// <summary>How long a statement may take.</summary>
    protected TimeSpan Timeout { get; } = timeout;

    /// <summary>The open connection.</summary>
    protected abstract DbConnection Connection { get; }

    /// <summary>The names of all indexes that are there.</summary>
    public abstract Task<IReadOnlySet<string>> IndexNamesAsync(CancellationToken cancellationToken);

    /// <summary>Creates indexes, which stay until <see cref="RemoveAsync"/>.</summary>
    /// <exception cref="ToolException">The database refuses one.</exception>
    public abstract Task CreateAsync(IReadOnlyList<TrialIndex> indexes, CancellationToken cancellationToken);

    /// <summary>Takes away the indexes that were created.</summary>
    public abstract Task RemoveAsync(CancellationToken cancellationToken);

    /// <summary>How the database reads each table of a query, in a few words: "scan Orders", "seek IX_Orders_Status".</summary>
    public abstract Task<string> PlanAsync(string sql, CancellationToken cancellationToken);

    /// <summary>Why an index that was created may not be used all the same; null where nothing is known.</summary>
    public virtual Task<string?> DoubtAsync(IReadOnlyList<TrialIndex> indexes, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Does something that can change nothing, whatever the queries are.</summary>
    public virtual Task<T> ReadOnlyAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => work();

    /// <summary>Runs a query once and reads all its rows.</summary>
    /// <returns>How long it took and how many rows there were; null where it took longer than it may.</returns>
    public async Task<(TimeSpan Elapsed, long Rows)?> RunAsync(RecordedQuery query, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var command = Command(query.Sql);
            using var limit = new Timer(_ => Interrupt(), null, Timeout, System.Threading.Timeout.InfiniteTimeSpan);
            using var stop = cancellationToken.Register(Interrupt);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var rows = 0L;
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                rows++;
            return (Stopwatch.GetElapsedTime(start), rows);
        }
        catch (DbException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (DbException) when (Stopwatch.GetElapsedTime(start) >= Timeout * 0.9)
        {
            return null;
        }
        catch (DbException e)
        {
            throw new ToolException($"The database does not run '{query.Name}': {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Ends the statement that is running, where the database does not do so by itself.</summary>
    protected virtual void Interrupt()
    {
    }

    /// <summary>Executes statements that return nothing.</summary>
    protected async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a few rows.</summary>
    protected async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        using var command = Command(sql);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Creates one index, or says why not.</summary>
    protected async Task CreateOneAsync(TrialIndex index, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync(index.Create, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e)
        {
            throw new ToolException($"{index.Name} on {index.Index} can't be created: {e.Message}", e);
        }
    }

    private DbCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }
}
