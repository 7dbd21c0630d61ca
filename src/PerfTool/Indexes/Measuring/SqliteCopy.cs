using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PerfTool.Cli;

namespace PerfTool.Indexes.Measuring;

/// <summary>A copy of a SQLite database in a temporary file. The original is opened to read only.</summary>
internal sealed partial class SqliteCopy : TrialDatabase
{
    private readonly string _folder;
    private readonly SqliteConnection _connection;
    private IReadOnlyList<TrialIndex> _created = [];

    private SqliteCopy(string folder, SqliteConnection connection, TimeSpan timeout)
        : base(timeout)
    {
        _folder = folder;
        _connection = connection;
    }

    /// <inheritdoc/>
    protected override DbConnection Connection => _connection;

    /// <summary>Copies a database.</summary>
    /// <exception cref="ToolException">There is none, or it cannot be read.</exception>
    public static SqliteCopy Of(string connectionString, Terminal terminal, TimeSpan timeout)
    {
        var source = Settings(connectionString);
        if (source.DataSource.Length == 0 || source.Mode == SqliteOpenMode.Memory || source.DataSource == ":memory:")
            throw new ToolException("--connection names no database file. On SQLite: --connection \"Data Source=app.db\"");
        if (!source.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            source.DataSource = terminal.Full(source.DataSource);
            if (!File.Exists(source.DataSource))
                throw new ToolException($"{terminal.Shown(source.DataSource)} is not there, so there is nothing to measure on.");
        }

        var shown = terminal.Shown(source.DataSource);
        if (IsIdleWithLog(source.DataSource))
            source.DataSource = new Uri(source.DataSource).AbsoluteUri + "?immutable=1";
        source.Mode = SqliteOpenMode.ReadOnly;
        source.Pooling = false;
        var folder = Directory.CreateTempSubdirectory("perftool-").FullName;
        var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "copy.db"), Pooling = false }.ConnectionString);
        try
        {
            using var original = new SqliteConnection(source.ConnectionString);
            original.Open();
            copy.Open();
            original.BackupDatabase(copy);
            return new SqliteCopy(folder, copy, timeout);
        }
        catch (SqliteException e)
        {
            copy.Dispose();
            Directory.Delete(folder, recursive: true);
            throw new ToolException($"{shown} can't be copied: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlySet<string>> IndexNamesAsync(CancellationToken cancellationToken) =>
        (await QueryAsync("SELECT name FROM sqlite_master WHERE type = 'index'", row => row.GetString(0), cancellationToken).ConfigureAwait(false)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override async Task CreateAsync(IReadOnlyList<TrialIndex> indexes, CancellationToken cancellationToken)
    {
        _created = indexes;
        foreach (var index in indexes)
            await CreateOneAsync(index, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task RemoveAsync(CancellationToken cancellationToken)
    {
        foreach (var index in _created)
            await ExecuteAsync(index.Drop, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<string> PlanAsync(string sql, CancellationToken cancellationToken)
    {
        var steps = await QueryAsync("EXPLAIN QUERY PLAN " + sql, row => row.GetString(3), cancellationToken).ConfigureAwait(false);
        var subqueries = steps.Select(step => Subquery().Match(step)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return string.Join(", ", steps.Select(step => Words(step, subqueries)).OfType<string>());
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_folder, recursive: true);
    }

    /// <inheritdoc/>
    protected override void Interrupt() => SQLitePCL.raw.sqlite3_interrupt(_connection.Handle!);

    /// <summary>A step of a plan: <c>SEARCH o USING INDEX IX_Orders_Status (Status=?)</c>; null for one that reads no table.</summary>
    private static string? Words(string detail, HashSet<string> subqueries)
    {
        if (detail.StartsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal) || detail.StartsWith("USE TEMP B-TREE FOR LAST", StringComparison.Ordinal))
            return "sort";
        var step = Step().Match(detail);
        if (!step.Success || subqueries.Contains(step.Groups["table"].Value))
            return null;
        var verb = step.Groups["verb"].Value == "SEARCH" ? "seek" : "scan";
        return $"{verb} {(step.Groups["index"].Success ? step.Groups["index"].Value : step.Groups["table"].Value)}";
    }

    /// <summary>
    /// Whether the file keeps a write-ahead log, and nobody has it open: SQLite would make a log beside it even to read, and leave it there.
    /// </summary>
    private static bool IsIdleWithLog(string path)
    {
        if (!File.Exists(path) || File.Exists(path + "-wal"))
            return false;
        const int ReadVersion = 19;
        const byte WriteAheadLog = 2;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(ReadVersion, SeekOrigin.Begin);
        return file.ReadByte() == WriteAheadLog;
    }

    private static SqliteConnectionStringBuilder Settings(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new ToolException($"--connection is no connection string of SQLite: {e.Message} For example: --connection \"Data Source=app.db\"", e);
        }
    }

    [GeneratedRegex(@"^(?:CO-ROUTINE|MATERIALIZE) (?<name>\S+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Subquery();

    [GeneratedRegex(@"^(?<verb>SCAN|SEARCH) (?<table>\S+)(?:.*? USING (?:AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?INDEX (?<index>\S+))?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();
}
