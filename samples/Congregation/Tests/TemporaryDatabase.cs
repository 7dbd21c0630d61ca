using Congregation.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Congregation.Tests;

/// <summary>A migrated SQLite database in a file of its own, deleted in the end.</summary>
public sealed class TemporaryDatabase : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"congregation-{Guid.NewGuid():n}.db");

    public TemporaryDatabase()
    {
        using var db = CreateContext();
        db.Database.Migrate();
    }

    public string ConnectionString => $"Data Source={_file}";

    public CongregationDbContext CreateContext(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<CongregationDbContext>();
        options.UseCongregationDatabase(DatabaseProvider.Sqlite, ConnectionString).AddInterceptors(interceptors);
        return new CongregationDbContext(options.Options);
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(_file + suffix);
    }
}
