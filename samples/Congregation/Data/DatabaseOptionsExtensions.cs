using Microsoft.EntityFrameworkCore;

namespace Congregation.Data;

public static class DatabaseOptionsExtensions
{
    public static DbContextOptionsBuilder UseCongregationDatabase(
        this DbContextOptionsBuilder builder, DatabaseProvider provider, string connectionString) =>
        provider switch
        {
            DatabaseProvider.Sqlite => builder.UseSqlite(connectionString),
            DatabaseProvider.PostgreSql => builder.UseNpgsql(connectionString),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Sqlite or PostgreSql."),
        };
}
