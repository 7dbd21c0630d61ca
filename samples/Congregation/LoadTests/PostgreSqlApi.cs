using Congregation.Data;
using Npgsql;

namespace Congregation.LoadTests;

public sealed class PostgreSqlApi() : LiveApi(DatabaseProvider.PostgreSql, NewDatabase())
{
    /// <summary>The server's connection string with the name of a database that does not exist yet.</summary>
    private static string NewDatabase() => new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(PostgreSqlLoadFactAttribute.Variable))
    {
        Database = $"congregation_load_{Guid.NewGuid():n}",
    }.ConnectionString;
}
