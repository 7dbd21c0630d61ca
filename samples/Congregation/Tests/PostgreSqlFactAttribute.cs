using Npgsql;

namespace Congregation.Tests;

/// <summary>Runs where <c>CONGREGATION_TEST_POSTGRESQL</c> holds the connection string of a server that may be written to.</summary>
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    private const string Variable = "CONGREGATION_TEST_POSTGRESQL";

    public PostgreSqlFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
            Skip = $"{Variable} is not set: it would hold a PostgreSQL connection string.";
    }

    /// <summary>The server's connection string with the name of a database that does not exist yet.</summary>
    public static string NewDatabase() =>
        new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable))
        {
            Database = $"congregation_{Guid.NewGuid():n}",
        }.ConnectionString;
}
