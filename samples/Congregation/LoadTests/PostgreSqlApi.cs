using Congregation.Data;
using Npgsql;

namespace Congregation.LoadTests;

public sealed class PostgreSqlApi() : LiveApi(DatabaseProvider.PostgreSql, NewDatabase())
{
    /// <summary>The server's connection string with the name of a database that does not exist yet; null where no server was named.</summary>
    private static string? NewDatabase() => Environment.GetEnvironmentVariable(PostgreSqlLoadFactAttribute.Variable) is not { } server ? null
        : new NpgsqlConnectionStringBuilder(server) { Database = $"congregation_load_{Guid.NewGuid():n}" }.ConnectionString;
}
