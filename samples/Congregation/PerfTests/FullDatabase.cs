using Congregation.Data;
using Congregation.Data.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Congregation.PerfTests;

/// <summary>
/// A fully seeded SQLite database, made once a run in a file of its own and shared by all perf tests.
/// They only read, so the order in which they run makes no difference.
/// </summary>
public sealed class FullDatabase
{
    /// <summary>It has a quarter of all conversations: what is fast there is fast everywhere.</summary>
    public const int LargestChurch = 1;

    private static readonly Lazy<DbContextOptions<CongregationDbContext>> Options = new(Seed);

    public FullDatabase() => _ = Options.Value;

    /// <summary>A context of its own for each call, as each request has one.</summary>
    public CongregationDbContext CreateContext() => new(Options.Value);

    private static DbContextOptions<CongregationDbContext> Seed()
    {
        var file = Path.Combine(Path.GetTempPath(), $"congregation-perf-{Guid.NewGuid():n}.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(file);

        var options = new DbContextOptionsBuilder<CongregationDbContext>();
        options.UseCongregationDatabase(DatabaseProvider.Sqlite, $"Data Source={file}");
        using var db = new CongregationDbContext(options.Options);
        db.Database.Migrate();
        new Seeder(db).Seed(SeedPlan.Full);
        return options.Options;
    }

    private static void Delete(string file)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" })
            File.Delete(file + suffix);
    }
}
