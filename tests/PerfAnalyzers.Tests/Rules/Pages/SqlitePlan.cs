using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace PerfAnalyzers.Tests.Rules.Pages;

/// <summary>Runs a query on an empty SQLite database in memory, and tells its plan.</summary>
internal static class SqlitePlan
{
    /// <summary>The steps that SQLite takes for <paramref name="query"/> on the model that <paramref name="configure"/> completes.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync<TContext>(Func<DbContextOptions, TContext> create, Action<ModelBuilder> configure, Func<TContext, Task> query)
        where TContext : DbContext
    {
        var model = SqliteConventionSetBuilder.CreateModelBuilder();
        foreach (var set in typeof(TContext).GetProperties().Where(property => property.PropertyType.Name == "DbSet`1" && property.DeclaringType == typeof(TContext)))
            model.Entity(set.PropertyType.GetGenericArguments()[0]).ToTable(set.Name);
        configure(model);

        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var explaining = new ExplainingInterceptor();
        await using var db = create(new DbContextOptionsBuilder().UseSqlite(connection).UseModel(model.FinalizeModel()).AddInterceptors(explaining).Options);
        await db.Database.EnsureCreatedAsync();
        await query(db);
        return explaining.Plan;
    }
}
