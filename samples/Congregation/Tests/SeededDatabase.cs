using Congregation.Data;
using Congregation.Data.Seeding;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Congregation.Tests;

/// <summary>A small seeded database, shared by the tests of a class.</summary>
public sealed class SeededDatabase : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    public SeededDatabase()
    {
        using var db = CreateContext();
        new Seeder(db).Seed(SeedPlan.Small);
    }

    public string ConnectionString => _database.ConnectionString;

    public CongregationDbContext CreateContext(params IInterceptor[] interceptors) => _database.CreateContext(interceptors);

    public void Dispose() => _database.Dispose();
}
